// The console works without this file. It adds keys, copying, drafts and a menu that folds on a phone.
import { listenForKeys } from "./keys.js";
import { listenForCopies } from "./copies.js";
import { keepDrafts } from "./drafts.js";
import { foldMenu } from "./menu.js";

document.documentElement.classList.add("js");
listenForKeys(document);
listenForCopies(document);
keepDrafts(document);
foldMenu(document);
