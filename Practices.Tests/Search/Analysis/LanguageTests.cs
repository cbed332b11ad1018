using Practices.Search.Analysis;
using Xunit;

namespace Practices.Tests.Search.Analysis;

public class LanguageTests
{
    private static readonly string[] Languages = ["ar", "ca", "de", "en", "es", "fr", "it", "ja", "ko", "pt", "ru", "th", "zh"];

    [Theory]
    [InlineData("fr", "La municipalité gère les eaux usées.", "municipalite eau usee")]
    [InlineData("fr", "gestion municipale", "municipalité")]
    [InlineData("fr", "L’eau d'un quartier jusqu’à aujourd’hui", "eaux quartiers aujourd'hui")]
    [InlineData("fr", "De l'eau pour tous les quartiers", "L’EAU")]
    [InlineData("fr", "Des écoles inondées après l'inondation", "ecole inondations")]
    [InlineData("fr", "Les réseaux de chaleur à Paris", "reseau réseaux")]
    [InlineData("fr", "re\u0301seaux", "réseau reseaux")]
    [InlineData("es", "La educación de los niños en las ciudades", "educacion niño ciudad")]
    [InlineData("es", "presupuestos participativos", "presupuesto participativo")]
    [InlineData("es", "La gestión del agua y los residuos sólidos", "gestion aguas residuo solido")]
    [InlineData("es", "las mujeres y sus hogares, universidades y enfermedades", "mujer hogar universidad enfermedad")]
    [InlineData("pt", "ações locais", "ação acoes local acao")]
    [InlineData("pt", "São Paulo e a educação ambiental", "Sao Paulo educacao ambientais")]
    [InlineData("pt", "Sao Paulo", "SÃO PAULO")]
    [InlineData("pt", "Orçamento participativo nas regiões", "orcamento região regioes")]
    [InlineData("pt", "copo d'água", "agua")]
    [InlineData("it", "L'acqua dell'acquedotto e la mobilità nelle città", "acqua acquedotto mobilita citta")]
    [InlineData("it", "case, piste ciclabili e parchi", "casa pista ciclabile parco")]
    [InlineData("de", "Straßenbäume für die Städte", "Strassenbaum Stadt")]
    [InlineData("de", "Grüne Dächer", "gruene gruen Dach dacher")]
    [InlineData("de", "Zuerich", "Zürich zurich")]
    [InlineData("ru", "Водоснабжение городов и ещё зелёные крыши", "водоснабжения город зеленые крыша")]
    [InlineData("ru", "Управление отходами в городе", "управления отходы города")]
    [InlineData("ar", "المياه في المدينة", "مياه مدينة مدينه")]
    [InlineData("ar", "والمدينة بالمياه للأطفال", "مدينة المدينة مياه أطفال الأطفال")]
    [InlineData("ar", "إِدَارَةُ النُّفَايَاتِ", "ادارة النفايات")]
    [InlineData("ar", "المـــاء", "الماء ماء")]
    [InlineData("ar", "مستشفى الأطفال", "مستشفي الاطفال")]
    [InlineData("ar", "ﺍﻟﻤﺪﻳﻨﺔ", "المدينة")]
    [InlineData("zh", "城市用水管理", "水 用水 城市")]
    [InlineData("zh", "２０３０年议程", "2030")]
    [InlineData("ja", "東京の水道と太陽エネルギー", "水道 東京 エネルギー 水")]
    [InlineData("ja", "ｴﾈﾙｷﾞｰ ｶﾞｽ ﾊﾟﾘ", "エネルギー ガス パリ")]
    [InlineData("ja", "カ\u3099ス は\u309Aん", "ガス ぱん")]
    [InlineData("ja", "ＳＤＧｓ", "sdgs")]
    [InlineData("ko", "서울시의 물 관리", "서울 물 관리")]
    [InlineData("th", "การจัดการน้ำในกรุงเทพ", "น้ำ กรุงเทพ")]
    [InlineData("lo", "ນ້ຳສະອາດ", "ນ້ຳ")]
    [InlineData("km", "ទឹកស្អាត", "ទឹក")]
    [InlineData("sw", "maji safi", "MAJI")]
    public void A_text_is_found_by_its_words_in_other_forms(string language, string text, string query)
    {
        var terms = Terms(language, text).Select(token => token.Term).ToHashSet();
        foreach (var word in query.Split(' '))
        {
            // As a query is read: parts of a pair ask for nothing, two readings of a word are alternatives.
            var asked = Terms(language, word);
            var spans = asked.Select(token => token.Span).Where(span => !asked.Exists(other => span.IsPartOf(other.Span))).Distinct();
            Assert.All(spans, span => Assert.True(asked.Exists(token => token.Span == span && terms.Contains(token.Term)), word));
        }
    }

    [Theory]
    [InlineData("fr", "les droits des femmes dans la ville", "droit femm vill")]
    [InlineData("es", "el agua de la ciudad para todos", "agu ciud tod")]
    [InlineData("pt", "a água da cidade", "agu cidad")]
    [InlineData("it", "l'acqua della città", "acqua acqu citta citt")]
    [InlineData("de", "das Wasser in der Stadt", "wass stadt")]
    [InlineData("ru", "вода для города", "вод город")]
    [InlineData("ar", "الماء في المدينة", "ماء مدين مدينه")]
    public void Stop_words_say_little_in_each_language(string language, string text, string terms)
    {
        var expected = terms.Split(' ').ToHashSet();
        Assert.Subset(expected, Terms(language, text).Where(token => !token.IsStopWord).Select(token => token.Term).ToHashSet());
    }

    [Theory]
    [InlineData("war sea car era hat man age transport water city heat rain bus name rights land more san sao rio east made gift")]
    public void A_word_that_says_something_in_English_is_a_stop_word_of_no_language(string words)
    {
        foreach (var language in Languages)
            Assert.DoesNotContain(Terms(language, words), token => token.IsStopWord);
    }

    [Theory]
    [InlineData("fr", "Municipalité*", "municipalite")]
    [InlineData("fr", "l’Éco", "eco")]
    [InlineData("de", "Straß", "strass")]
    [InlineData("ar", "الأط", "الاط")]
    [InlineData("ja", "ｶﾞ", "ガ")]
    public void The_beginning_of_a_word_is_folded(string language, string start, string folded) =>
        Assert.Equal(folded, Analyzers.For(language).Prefix(start.TrimEnd('*')));

    [Fact]
    public void A_word_with_a_digit_keeps_its_ending() =>
        Assert.All(Languages, language => Assert.Equal(["c40s"], Terms(language, "C40s").Select(token => token.Term)));

    [SharedFact]
    public void A_word_is_found_however_its_accents_are_written()
    {
        foreach (var (language, list) in new[] { ("fr", "french"), ("es", "spanish"), ("pt", "portuguese"), ("it", "italian"), ("de", "german"), ("ru", "russian"), ("ar", "arabic-generated") })
        {
            var lost = File.ReadLines(SharedFactAttribute.File("snowball", list, "voc.txt"))
                .Where(word => !Terms(language, word).Select(token => token.Term).Intersect(Terms(language, Folding.Fold(word)).Select(token => token.Term)).Any());
            Assert.Empty(lost);
        }
    }

    [Fact]
    public void Any_text_gives_terms_in_order_inside_it_and_the_same_again()
    {
        const string letters =
            "aeiouqulmnstydcx''’’  éèëïçãõñüößáíЁёаиноевшсьсяالبكوينتةىأإآئؤ\u0640\u064E\u0301\u0300\u0308\uFEFB\uFE8Dｶﾞ\u3099水道カか한กำ้\uFE0F\u200D1,.IUYH~-\uD800\uDC00\uDB40";
        var random = new Random(11);
        for (var i = 0; i < 20_000; i++)
        {
            var text = string.Concat(Enumerable.Range(0, random.Next(30)).Select(_ => letters[random.Next(letters.Length)]));
            var language = Languages[random.Next(Languages.Length)];
            var terms = Terms(language, text);
            var before = TokenSpan.Before;
            foreach (var (term, span, _) in terms)
            {
                Assert.NotEmpty(term);
                Assert.True(span.Start >= before.Start && span.End > span.Start && span.End <= text.Length && span.Position >= before.Position, text);
                before = span;
            }

            Assert.Equal(terms, Terms(language, text));
        }
    }

    [Fact]
    public void No_word_is_too_short_or_too_strange_for_a_stemmer()
    {
        const string letters = "aeiouyslntrgué'ãïßçвшияньسيتنالو";
        foreach (var language in Languages)
        {
            foreach (var first in letters)
            {
                foreach (var second in letters)
                {
                    foreach (var third in letters) Assert.NotEmpty(Terms(language, $"{first}{second}{third}a"));
                }
            }
        }
    }

    private static List<(string Term, TokenSpan Span, bool IsStopWord)> Terms(string language, string text)
    {
        var terms = new List<(string, TokenSpan, bool)>();
        foreach (var token in Analyzers.For(language).Analyze(text)) terms.Add((token.Term.ToString(), token.Span, token.IsStopWord));
        return terms;
    }
}
