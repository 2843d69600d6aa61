/**
 * Surnames that are also English nouns, verbs or adjectives of daily life, beyond the commonest words: general knowledge.
 * Folded; a plural is found by its singular.
 */
export const WORD_SURNAMES =
  "abbey abbot acorn alder amber anchor angel angle apple arch archer armor arrow ash aspen autumn bacon badger " +
  "bail baker banner barber bard barge barley barn baron barrel baton bean beard bearer beaver beck beech bell belt " +
  "bend berry birch bird bliss bloom blossom blunt boar bolt bond bone booker boot bower bowman brace bramble brew " +
  "brewer brick bride brook broom broth brush buck buckle bull bullock burn bush butcher butler button buzzard cage " +
  "cannon canon canter cape card carpenter carter cash cave chalk chamberlain chandler chapel chapman charm chase " +
  "cherry chick christmas clay clerk cliff cloth cloud clover coal cobbler cock coffin coin cole collar colt cone " +
  "cook coop cooper copper cork corn cotton couch cove cow coward cradle craft crane creep crisp crook crouch crow " +
  "crown cruise crumb cuff cupboard curl curry cushion cutler cutter dagger dancer darling dart dawn deacon deer " +
  "dell diamond dice dike dish ditch dodge dole dollar dolphin dove drake draper dream driver drum duck duke dust " +
  "dwarf dyer eager eagle earl easter elder elm ember falcon fallow farmer farrow fawn feather fennel fern ferry " +
  "fiddler fielder finch fisher fitter flack flame flask flax fletcher flint flood flower flowers foil foot ford " +
  "forester forge fowler fox frame freak freeman friar friday frost fry fuller gale gallant gallop gamble gander " +
  "gardener garland garrison gate gem gift gilder glass glazier glover goat goldsmith goodness goose gore gorge " +
  "gosling gospel grain granger grave gravel graves grey griffin grove guard gum gunner gust habit hail hammer " +
  "handy harbor hardy hare harp harrow harvest haste hatch hatcher hatter hawk hawthorn hay hazard hazel heath " +
  "heather hedge helm hemp heron herring hill hind hitch hobby hood hook hooker hoop hop hope horn horner hornet " +
  "hound hunt hunter hurdle hush inch iron ivory ivy jay jewel joiner jolly joy june keen keeper kettle keys kite " +
  "knell knight knot lace lad lamb lamp lance lane lark lash latch lawn leaf leak lent leopard lily lime lion " +
  "loader lock locket locks lodge loom loon lovely lover luck lucky mace mallard manger maple marble mark marker " +
  "marlin marrow marsh marshal mason mast meadow meek melody merchant mercy merry mesh mild mill miller miner mint " +
  "miracle mole moon moose moss moth mouse musk mustard mutton nail needle nettle newt nickel nightingale noble " +
  "nook nurse nutter oak onion orange orchard otter outlaw owl ox oyster pace pack packer pagan painter pal pang " +
  "pantry parrot parson partridge patch pauper peach peacock pear pearl pease peck pedlar peel penny pepper perch " +
  "pest petal pheasant pickle pigeon pike pilgrim pinch pine piper pitcher plank plow plum plume poet pole pond " +
  "pool pope porter pot potter pounds powder prayer preacher price priest prop proud pulley pump puppet purse quail " +
  "quarry quick quill rabbit rail rain ram ramp ranger rasp raven ray razor reader reap reaper reed reef reeve rice " +
  "rich riddle ridge ring ripple rivers rocker roe roller rope rose rover ruby rudder rush rust rye sable saddler " +
  "sadler sage sailor salmon salt sand sandal satchel savage sawyer scholar screech seal seaman sergeant sexton " +
  "shade shake shanks shark sharp shears sheep shepherd sheriff shield shipman shore shovel shrimp shrub silk sink " +
  "skinner slack slate slaughter slay sleet smart smoke snail snare snow soap sole sorrow sparrow spear speck spell " +
  "spice spicer spider spinner sprout spur squire stable stack stain stake stamp staple starling steed steel stern " +
  "steward stock stocks stoker stool storm stout straw string sturgeon summer summers sunday swallow swan sweat " +
  "sweet swift swing sword sycamore tailor tanner taper tart teal tear thatcher thistle thorn thrasher thrower " +
  "thrush thunder tickle tide tiller timber tinker toad toll tonic towel towers trainer trapper treasure trench " +
  "trim trotter trout tucker tune tunnel turner turnip turtle usher vale vane vein venison vest vicar victor vine " +
  "viper virgin virtue wager wagoner walker waller wallop ward warden warner warren wasp waterman waters wax weaver " +
  "weed weir welcome west wheat wheel wheeler whip whisker whistle whistler wick widow willow winch wind winder " +
  "windmill window wine wise witch wolf wood woodcock woods wool worm worthy wren yard yeoman yolk young";
