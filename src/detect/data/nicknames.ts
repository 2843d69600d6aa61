/**
 * English given names and the short or familiar forms in use for them: general knowledge. One line: the forms that
 * name the same person, the formal one first. A form may stand in several lines.
 */
export const NICKNAMES = `abigail abby gail
abraham abe bram
albert al bert bertie albie
alan al allan allen
alexander alex alec al sandy xander sasha alexandre
alexandra alexandria alex sandra sandy lexi alexa sasha
alfred al alf alfie fred
alison ali allison
amanda mandy
andrew andy drew andre
angela angie
ann anne annie nan nancy
anthony tony anton
antonio tony
arthur art artie
barbara barb barbie babs
barnard barney bernie
bartholomew bart
benedict ben
benjamin ben benny benji
bernard bernie barney
bernardo bernie
beth elizabeth
bradley brad
brandon bran
calvin cal
cameron cam
carl karl
caroline carol carrie carolyn
catherine cathy cate kate katie kathy cat katherine kathryn kathleen kitty
cecilia cece celia
charles charlie chuck chas chip charley
charlotte lottie charlie
christina chris tina chrissy christine
christine chris tina chrissy
christopher chris kit topher
clifford cliff
clinton clint
constance connie
cornelius con neil
curtis curt
cynthia cindy
daniel dan danny
david dave davey
deborah deb debbie debra
dennis denny
donald don donny donnie
dorothy dot dottie dolly
douglas doug
edgar ed eddie
edmund ed eddie ned ted
edward ed eddie ned ted teddy
edwin ed eddie
eleanor ellie nell nora ella
elizabeth liz lizzie beth betty betsy eliza libby bess lisa elisabeth
ellen nell ellie
emily em emmy
emmanuel manny
eric rick erik erick
ernest ernie
eugene gene
evelyn evie
ezekiel zeke
florence flo
frances fran frannie
francis frank frankie fran
francisco paco pancho frank cisco
franklin frank
frederick fred freddie freddy rick fritz
gabriel gabe
geoffrey geoff jeff
george georgie
gerald gerry jerry
gerard gerry jerry
gilbert gil bert
gregory greg gregg
gwendolyn gwen
harold harry hal
harriet hattie
helen nell ellie
henry hank harry hal
herbert herb bert
howard howie
hubert bert
hugh hughie
ignacio nacho
isaac ike zac
isabella bella izzy isabel
jacob jake
jacqueline jackie
james jim jimmy jamie jem
jane janie
janet jan
jeffrey jeff
jefferson jeff
jennifer jen jenny jenn
jeremiah jerry
jeremy jerry
jerome jerry
jesse jess
jessica jess jessie
joan joanie
john jack johnny jon
jonathan jon jonny john
jose pepe
joseph joe joey jo
josephine jo josie
joshua josh
judith judy
julia julie
kenneth ken kenny
kimberly kim
lawrence larry laurie lawrie laurence
leonard len lenny leo
leonardo leo
leslie les
lewis lew lou louis
lillian lily lil
louis lou louie lewis
louise lou
lucille lucy
luther lu
madeline maddie maddy
malcolm mal
manuel manny
margaret maggie meg peg peggy marge margie greta rita
maria mary
marjorie marge margie
martha marty patty
martin marty
marvin marv
mary molly polly mae
matthew matt matty
maurice morris mo
maximilian max
maxwell max
melissa mel missy
mervyn merv
michael mike mick mickey mikey micky
michelle shelly chelle
mildred millie
mitchell mitch
mohammed mo muhammad mohamed mohammad
montgomery monty
morris mo
moses moe
nancy nan
natalie nat
natasha tasha
nathan nat nate
nathaniel nat nate nathan
nicholas nick nicky nico nicolas nikolas
nicole nikki nicky
norman norm
oliver ollie
oscar ozzie
oswald oz ozzie
pamela pam
patricia pat patty trish tricia patsy
patrick pat paddy rick
paul paulie
peter pete
philip phil pip phillip
priscilla cilla
rachel rae
ralph ralphie
randall randy
randolph randy
raphael rafe rafael rafa
rafael rafa rafi
raymond ray
rebecca becky becca
reginald reg reggie
reuben rube
richard rick dick rich richie ricky dickie
robert bob rob bobby robbie bert robby
roberta bobbie
rodney rod
roderick rod rick
roger rodge
roland rollie
ronald ron ronnie ronny
rosemary rose rosie
rudolph rudy rudolf
russell russ
salvatore sal
samantha sam
samuel sam sammy
sandra sandy
sanford sandy
sarah sally sara
sebastian seb bastian
sharon shari
sidney sid
solomon sol
sophia sophie
stanley stan
stephanie steph steffi
stephen steve stevie steven
steven steve stevie stephen
stewart stu stuart
stuart stu stewart
susan sue susie suzy
suzanne sue susie suzy
sylvester sly
terence terry terrence
teresa terry tess theresa
thaddeus thad tad
theodore ted teddy theo
thomas tom tommy
timothy tim timmy
tobias toby
valerie val
veronica ronnie
victor vic viktor
victoria vicky vicki tori
vincent vince vinny vin
virginia ginny
vladimir vlad vova volodya
walter walt wally
wesley wes
wilfred wilf
william bill will billy willie willy liam
winifred winnie
winston win
yekaterina katya ekaterina
zachary zach zack zac
sergey sergei serge sergej
alexey alexei aleksei
dmitry dmitri dimitri
yevgeny evgeny yevgeni
yuri yury iouri
andrey andrei
nikolay nikolai
mikhail michail
muammar moammar
hussein hussain
joaquin joaquim
jorg joerg
jurgen juergen
hilary hillary
guenter gunter guenther`;
