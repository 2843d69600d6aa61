/** Very common surnames (general knowledge): bare, they say little about who is meant. Folded. */
export const COMMON_SURNAMES =
  "smith johnson williams brown jones garcia miller davis rodriguez martinez hernandez lopez gonzalez wilson " +
  "anderson thomas taylor moore jackson martin lee perez thompson white harris sanchez clark ramirez lewis " +
  "robinson walker young allen king wright scott torres nguyen hill flores green adams nelson baker hall rivera " +
  "campbell mitchell carter roberts gomez phillips evans turner diaz parker cruz edwards collins reyes stewart " +
  "morris morales murphy cook rogers gutierrez ortiz morgan cooper peterson bailey reed kelly howard ramos kim " +
  "cox ward richardson watson brooks chavez wood james bennett gray mendoza ruiz hughes price alvarez castillo " +
  "sanders patel myers long ross foster jimenez powell jenkins perry russell sullivan bell coleman butler " +
  "henderson barnes gonzales fisher vasquez simmons romero jordan patterson alexander hamilton graham reynolds " +
  "griffin wallace moreno west cole hayes bryant herrera gibson ellis tran medina aguilar stevens murray ford " +
  "castro marshall owens harrison fernandez mcdonald woods washington kennedy wells vargas henry chen freeman " +
  "webb tucker guzman burns crawford olson simpson porter hunter gordon mendez silva shaw snyder mason dixon " +
  "munoz hunt hicks holmes palmer wagner black robertson boyd rose stone salazar fox warren mills meyer rice " +
  "schmidt garza daniels ferguson nichols stephens soto weaver ryan gardner payne grant dunn kelley spencer " +
  "hawkins arnold pierce hansen peters santos hart bradley knight elliott cunningham duncan armstrong hudson " +
  "carroll lane riley andrews alvarado ray delgado berry perkins hoffman johnston matthews pena richards " +
  "contreras willis carpenter lawrence sandoval guerrero george chapman rios estrada ortega watkins greene nunez " +
  "wheeler valdez harper burke larson santiago maldonado morrison franklin carlson austin dominguez carr lawson " +
  "jacobs obrien lynch singh vega bishop montgomery oliver jensen harvey williamson gilbert dean sims espinoza " +
  "howell li wong reid hanson le mccoy garrett burton fuller wang weber welch rojas lucas marquez fields park " +
  "yang little banks padilla day walsh bowman schultz luna fowler mejia davidson acosta brewer may holland juarez " +
  "newman pearson curtis cortez douglas schneider joseph barrett navarro figueroa keller avila wade molina " +
  "stanley hopkins campos barnett bates chambers caldwell beck lambert miranda byrd craig ayala lowe frazier " +
  "powers neal leonard gregory carrillo sutton fleming rhodes shelton schwartz norris jennings rush chan cohen " +
  "ali khan ahmed hussain hassan ibrahim mohammed abdullah zhang liu chang lin huang wu zhou xu sun ma zhu lim " +
  "tan choi jung suzuki sato tanaka watanabe ito yamamoto ivanov petrov kuznetsov popov muller fischer becker " +
  "schulz koch bauer richter klein wolf schroder neumann schwarz zimmermann braun kruger hofmann hartmann lange " +
  "werner krause lehmann kohler maier dubois durand leroy moreau simon laurent lefebvre michel bertrand roux " +
  "vincent fournier morel girard andre mercier dupont rossi russo ferrari esposito bianchi romano colombo ricci " +
  "marino greco bruno gallo conti costa giordano mancini rizzo lombardi moretti jansen bakker visser smit meijer " +
  "mulder bos vos hendriks dekker brouwer olsen larsen andersen pedersen nielsen johansen johansson andersson " +
  "karlsson nilsson eriksson larsson olsson persson svensson nowak kowalski wisniewski kaminski novak horvat nagy " +
  "kovacs szabo toth popescu ionescu yilmaz kaya demir celik sahin oz das sharma gupta kumar shah rao reddy " +
  "mukherjee chatterjee booker flynn page bush gates gore hussein malik iqbal akram mahmood roy zhao smirnov " +
  "volkov morozov sokolov fedorov mikhailov novikov kozlov lebedev pavlov semenov oliveira souza pereira ferreira " +
  "alves rodrigues lima gomes carvalho almeida ribeiro martins rocha barbosa teixeira hoffmann schafer korhonen " +
  "virtanen makinen nieminen svoboda cerny prochazka kucera dvorak kovac horvath varga popa stan dimitrov " +
  "georgiev petrovic jovanovic nikolic markovic takahashi nakamura kobayashi kato yoshida yamada sasaki matsumoto " +
  "inoue kimura hayashi saito pham hoang phan huynh dang bui ngo mohamed muhammad mohammad abdullahi osman yusuf " +
  "khalil saleh haddad levy mizrahi katz friedman moyo ndlovu okafor dlamini nkosi mensah owusu traore diallo " +
  "keita coulibaly cisse macdonald oneill fraser byrne doyle mccarthy gallagher doherty davies wojcik lewandowski " +
  "zielinski szymanski bernard petit robert richard garnier mertens janssens peeters maes berg lindberg lindqvist " +
  "bergstrom sorensen rasmussen petersen christensen madsen pettersson gustafsson jonsson deluca barbieri " +
  "papadopoulos yildiz ozturk aydin arslan dogan suarez alonso blanco serrano mishra pandey yadav verma jain " +
  "mehta joshi nair chaudhary chowdhury rahman islam begum akhtar siddiqui ansari shaikh sheikh perera fernando " +
  "bandara wijesinghe cheng tsai hsu guo luo zheng liang tang cao deng feng peng zeng xiao pan yuan dong lu jiang " +
  "cai jia wei xie han kang cho yoon jang shin seo kwon hwang ahn song hong widodo santoso";
