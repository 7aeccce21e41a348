// First of all, so that the engine is on its way.
import "../engine-start.js";
import { defineWhenSeen } from "../elements/loader.js";
import { bindThemeButton, rememberedTheme } from "../page/theme.js";
import { bindContents } from "./contents.js";
import { bindListings } from "./listings.js";

const showTheme = bindThemeButton((theme) => showTheme(theme));
showTheme(rememberedTheme());
bindContents();
bindListings();
defineWhenSeen();
