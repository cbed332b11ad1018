using System.Collections.Frozen;

namespace Practices.Search.Analysis;

/// <summary>Marks words that nearly every text holds. They stay in the index, for phrases and for texts that are made of nothing else.</summary>
/// <remarks>
/// The lists are ours: articles, prepositions, pronouns, conjunctions and auxiliaries. They are short, and leave out words that say something in another
/// language of the index (<c>war</c>, <c>sea</c>, <c>car</c>) or in a name (<c>são</c>), since a query is read in all languages at once.
/// </remarks>
public sealed class StopWords : ITokenFilter
{
    private readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> _words;

    /// <summary>Takes the words, with blanks between them.</summary>
    private StopWords(string words) =>
        _words = words.Split(' ').ToFrozenSet(StringComparer.Ordinal).GetAlternateLookup<ReadOnlySpan<char>>();

    /// <summary>The stop words of English.</summary>
    public static StopWords English { get; } = new(
        "a about also am an and any are as at be been being but by can could did do does for from had has have he her his how i if in into is it its me may " +
        "might must my no nor not of on or our shall she should so such than that the their them then there these they this those to was we were what " +
        "when where which while who whom whose why will with would you your");

    /// <summary>The stop words of French.</summary>
    public static StopWords French { get; } = new(
        "à a ai afin au aux avec avoir ce ces cet cette ceux chez dans de des donc dont du elle elles en est et être etre eux il ils je la le les leur leurs " +
        "lui ma mes moi mon ne nos notre nous on ont ou où par pas pour qu que quel quelle quelles quels qui quoi sa sans se ses si soi son sont sous " +
        "sur ta te tes toi ton tu un une vos votre vous y");

    /// <summary>The stop words of Spanish.</summary>
    public static StopWords Spanish { get; } = new(
        "a al ante aquel aquella aquellas aquellos como cómo con cual cuál cuales cuando cuándo cuyo cuya de del desde donde dónde durante e el él ella ellas " +
        "ellos en entre es esa esas ese eso esos esta está están estas este esto estos fue fueron ha haber hacia han hasta la las le les lo los me mi mis " +
        "muy más mas ni no nos nosotros o para pero por porque que qué quien quién se según ser si sí sin sobre son su sus también tambien te tu tus u un " +
        "una unas unos y ya yo");

    /// <summary>The stop words of Portuguese.</summary>
    public static StopWords Portuguese { get; } = new(
        "a à ao aos aquela aquelas aquele aqueles aquilo as às até ate com como da das de dela delas dele deles depois do dos e é ela elas ele eles em entre " +
        "essa essas esse esses esta está estas este estes estão eu foi foram há isso isto já ja lhe lhes mas me meu minha muito na nas no nos nós não nao " +
        "nem o os ou para pela pelas pelo pelos por porque qual quais quando que quem se sem ser seu seus sob sobre sua suas também tambem te tem têm um " +
        "uma umas uns você vocês");

    /// <summary>The stop words of Italian.</summary>
    public static StopWords Italian { get; } = new(
        "a ad agli ai al alla alle allo anche che chi ci con cui da dagli dai dal dalla dalle dallo degli dei del della delle dello di e è ed essere gli ha " +
        "hanno i il in io la le lei li lo loro lui ma mi ne negli nei nel nella nelle nello noi non nostra nostro o per perché perche più quale quali " +
        "quella quelle quelli quello questa queste questi questo se si sia sono su sua sue sugli sui sul sulla sulle sullo suo suoi tra ti tu un una uno vi voi");

    /// <summary>The stop words of German.</summary>
    public static StopWords German { get; } = new(
        "aber als am an auch auf aus bei beim bis da damit das dass dem den denn der des die dies diese diesem diesen dieser dieses doch du durch ein eine " +
        "einem einen einer eines er es für fuer gegen haben ich ihr ihre ihrem ihren ihrer im in ins ist ja kein keine mit nach nicht noch nur ob oder " +
        "ohne sein seine sich sie sind so über ueber um und uns unser unsere unter vom von vor weil wenn werden wie wir wird wo wurde wurden zu zum zur " +
        "zwischen");

    /// <summary>The stop words of Russian.</summary>
    public static StopWords Russian { get; } = new(
        "а без более бы был была были было быть в вам вас во вот все всё вы для до его ее её если есть еще ещё же за и из или им их к как который которая " +
        "которые которых ко когда кто ли мы на над не нет ни но о об он она они оно от по под при про с со так такой также то того тоже только том ты у уже " +
        "что чтобы эта эти это этого этой этот я");

    /// <summary>The stop words of Arabic.</summary>
    public static StopWords Arabic { get; } = new(
        "إلى الى التي الذي الذين اللذين إن أن ان إنه أنه أو او أي بعد بعض بين تلك ثم حتى حول حيث ذلك سوف على عن عند عندما غير في فيه فيها قبل قد كان كانت كل " +
        "كما كيف لا لأن لقد لكن له لها لهم لم لن ما ماذا متى مع من منذ منه منها هذا هذه هؤلاء هل هم هما هن هنا هناك هو هي و وهو وهي يا يكون");

    /// <inheritdoc/>
    public void Apply(TermBuffer term)
    {
        if (_words.Contains(term.Letters)) term.IsStopWord = true;
    }
}
