const list = (text: string) => text.trim().split(/\s+/)

/** Given names that are common in the three countries, as the files of each write them. Other names are told by their form. */
export const givenNames = list(`
  john james peter paul david moses joseph samuel daniel simon stephen robert charles richard george henry william thomas patrick
  francis emmanuel isaac ivan brian denis ronald godfrey geoffrey fred joshua julius michael martin andrew anthony edward benson
  alex allan arthur augustine bernard christopher collins dickson edwin ernest felix frank gerald gilbert hassan herbert hussein
  ibrahim innocent jackson jimmy kenneth lawrence livingstone mark mathias matthew musa nathan nelson nicholas norman oscar philip
  raymond rogers rashid sam shaban solomon steven sulaiman tom tony umar vincent wilberforce wilson yusuf zachary hamza abdul
  mary sarah grace rose ruth esther rebecca rachel joyce jane juliet agnes alice annet annah beatrice betty brenda caroline
  catherine christine doreen dorothy eunice eva evelyn faith fatuma florence gertrude gladys harriet helen hope immaculate irene
  jackline janet jennifer jessica josephine joan judith lillian lydia margaret martha mercy miriam monica norah olivia patience
  phiona prossy sandra scovia sharon stella susan sylvia teddy teopista veronica victoria violet winnie zainab aisha hadijah amina

  mohamed mohammed mouhamed muhammad med ali ahmed ahmad mahmoud mustapha moustapha hassen hassan houssem houcine hussein karim
  kamel khaled khalil lotfi mehdi mohsen moncef mondher mounir mourad nabil naceur nizar nejib nouri omar othmane rached rachid
  ramzi rafik riadh ridha saber sabri salah saleh salem sami samir slim sofiene sofien tahar tarek taoufik taieb wael walid wassim
  yassine yassin youssef younes zied ziad zouhair abdallah abdelaziz abdelkader abdelkrim abderrahmane abdelhamid adel anis amine
  anouar aymen ayoub bachir bechir bilel brahim chokri fares faouzi farouk fathi fethi firas ghazi hafedh hakim hamadi hamdi hamed
  haithem habib hatem hedi hichem ilyes imed iskander ismail issam jalel jamel jaber kais lamine larbi marouane moez mokhtar
  fatma fatima khadija aicha amel amal amina ahlem asma awatef basma besma dalila dorra emna faten farah faouzia hajer hana hanen hela
  hend houda ibtissem imen ines intissar jamila jihen kaouther khaoula latifa leila lamia lobna mabrouka malek manel mariem maryem
  meriem mouna nadia nadra najet najla narjes nawel nesrine nour olfa radhia raja rania rim rym sabrine safa salma samia samira sana
  selma sihem sonia souad siwar syrine thouraya wafa wided yamina yosra zeineb zohra

  александр сергей алексей андрей дмитрий владимир николай михаил иван евгений юрий виктор максим антон игорь павел олег роман денис
  артем анатолий валерий виталий вадим василий вячеслав геннадий георгий григорий даниил егор илья кирилл константин леонид никита
  петр руслан станислав степан тимур федор эдуард ярослав борис анна мария елена наталья ольга татьяна ирина светлана екатерина
  анастасия юлия людмила галина надежда валентина марина любовь вера виктория оксана лариса нина тамара алла валерия вероника дарья
  евгения инна кристина ксения лидия маргарита полина раиса яна зоя

  нурлан ерлан бауыржан бауржан асхат асқар аскар кайрат қайрат серик серік болат марат мурат мұрат талгат талғат арман ержан ерболат
  ербол данияр дәурен даурен жандос нурсултан нұрсұлтан азамат айдос алмас алмат амангельды арыстан асыл бахытжан бақытжан бахыт
  бақыт берик берік галымжан ғалымжан дархан динмухамед ерасыл еркебулан ермек женис жеңіс жасулан жарас ильяс ислам кайсар қайсар
  канат қанат кенес куаныш қуаныш максат мақсат мадияр медет мейрам нуржан нұржан олжас оралбек рахат рустам ринат рустем сабит самат
  санжар сакен сәкен санат сырым султан сұлтан таир тимур тлеубек улан ұлан улугбек ұлықбек чингиз шынгыс шыңғыс шерхан ырысбек
  айгуль айгүл айжан айнур айнұр айдана айсулу ақмарал акмарал алия әлия алма алтынай аружан асель әсел асем әсем бибигуль ботагоз
  ботагөз гаухар гүлнар гульнар гульнара гүлнара гульмира гүлмира дана динара дина жазира жанар жанна жансая жулдыз жұлдыз зарина
  зауре зәуре индира камила карлыгаш қарлығаш куралай құралай лаура ләззат ляззат мадина маржан меруерт мөлдір молдир назгуль назгүл
  назым нургуль нұргүл раушан роза сабина салтанат самал сандугаш сандуғаш сауле сәуле толганай толғанай улжан ұлжан шолпан шынар

  محمد علي أحمد احمد محمود مصطفى حسن حسين خالد خليل كريم كمال لطفي مهدي محسن منصف منذر منير مراد نبيل ناصر نزار نجيب نوري عمر عثمان راشد
  رشيد رمزي رفيق رياض رضا صابر صبري صلاح صالح سالم سامي سمير سليم سفيان طاهر طارق توفيق الطيب وائل وليد وسيم ياسين يوسف يونس زياد زهير
  عبد عبدالله عادل أنيس انيس أمين أنور أيمن أيوب بشير البشير بلال إبراهيم ابراهيم شكري فارس فوزي فاروق فتحي فراس غازي حافظ حكيم حمادي حمدي حامد
  هيثم الحبيب حاتم الهادي هشام إلياس عماد إسماعيل عصام جلال جمال جابر قيس الأمين العربي مروان معز المختار جميل ماهر هاني أسامة
  فاطمة خديجة عائشة أمل آمال أمينة أحلام أسماء عواطف بسمة دليلة درة آمنة فاتن فرح فوزية هاجر هناء حنان هالة هند هدى ابتسام إيمان إيناس
  انتصار جميلة جيهان كوثر خولة لطيفة ليلى لمياء لبنى مبروكة ملاك منال مريم منى نادية نجاة نجلاء نرجس نوال نسرين نور ألفة راضية رجاء رانية ريم
  صابرين صفاء سلمى سامية سميرة سناء سهام سنية سعاد سوار سيرين ثريا وفاء وداد يمينة يسرى زينب زهرة سارة`)

/** Endings of family names, in two words and more that begin with capitals. */
export const familyEndings =
  /(?:баев|беков|галиев|ғалиев|улин|[а-яә]ов|[а-яә]ев|[а-я]ин|[а-я]ын)(?:а)?$|(?:[сц]кий|[сц]кая|енко|чук|швили|дзе|янц?)$/u
