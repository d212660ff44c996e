// The console works without this file. It adds keys, copying, drafts, a menu that folds on a phone, and what to do when
// a live search fails.
import { listenForKeys } from "./keys.js";
import { listenForCopies } from "./copies.js";
import { keepDrafts } from "./drafts.js";
import { foldMenu } from "./menu.js";
import { watchLiveSearch } from "./live.js";

document.documentElement.classList.add("js");
listenForKeys(document);
listenForCopies(document);
keepDrafts(document);
foldMenu(document);
watchLiveSearch(document);
