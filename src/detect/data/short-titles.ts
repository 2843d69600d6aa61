/** Titles and their usual abbreviations, a pair each; folded, without full stops: general knowledge. */
export const SHORT_TITLES =
  "senator sen, governor gov, representative rep, president pres, general gen, colonel col, captain capt, major maj, " +
  "lieutenant lt, sergeant sgt, corporal cpl, commander cmdr, admiral adm, brigadier brig, ambassador amb, professor prof, " +
  "doctor dr, reverend rev, secretary sec, superintendent supt, councillor cllr, minister min";
