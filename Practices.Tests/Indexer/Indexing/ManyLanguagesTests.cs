using Xunit;

namespace Practices.Tests.Indexer.Indexing;

/// <summary>
/// Searches in the six languages of the United Nations and Portuguese, over the project's own content, which is written in English: each finds the practices
/// that are right by what they are tagged with and tell.
/// </summary>
public sealed class ManyLanguagesTests(OurContent content) : IClassFixture<OurContent>
{
    private const string Water = "durban-pro-poor-water quito-eco-efficiency-ordinance";
    private const string Waste = "durban-landfill-gas rio-waste-management-plan cape-town-industrial-symbiosis";
    private const string Transport = "medellin-metrocable rio-alemao-cable-car";
    private const string Housing = "durban-homelessness-task-team ahmedabad-womens-climate-action medellin-metrocable";
    private const string Climate = "durban-climate-adaptation cascais-adaptation-fund ahmedabad-womens-climate-action kumasi-street-greening";
    private const string Women = "tunis-femmedina ahmedabad-womens-climate-action rosario-food-production";
    private const string Participation = "porto-alegre-participatory-budgeting amsterdam-neighbourhood-budgets tunis-femmedina";
    private const string Food = "milan-food-policy rosario-food-production cape-town-community-action-networks";

    public static TheoryData<string, string, string> Searches => new()
    {
        // What is typed, what must be found, what must not.
        { "water", Water, "tunis-femmedina" },
        { "waste", Waste, "tunis-femmedina" },
        { "BRT", Transport, "durban-pro-poor-water" },
        { "bus rapid transit", Transport, "durban-pro-poor-water" },
        { "housing", Housing, "milan-food-policy" },
        { "climate change", Climate, "tunis-femmedina" },
        { "women", Women, "tshwane-platform-for-solutions" },
        { "participation", Participation, "durban-landfill-gas" },

        { "eau", Water, "tunis-femmedina" },
        { "l'eau", Water, "tunis-femmedina" },
        { "eau à Durban", "durban-pro-poor-water", "durban-landfill-gas" },
        { "gestion des déchets solides", Waste, "tunis-femmedina" },
        { "transports en commun", Transport, "durban-pro-poor-water" },
        { "logement", Housing, "milan-food-policy" },
        { "changement climatique", Climate, "tunis-femmedina" },
        { "femmes", Women, "tshwane-platform-for-solutions" },
        { "femmes et climat", "ahmedabad-womens-climate-action", "tunis-femmedina" },
        { "budget participatif", Participation, "durban-landfill-gas" },
        { "Afrique australe", "durban-landfill-gas tshwane-platform-for-solutions", "kumasi-street-greening" },
        { "Afrique du Sud", "durban-landfill-gas tshwane-platform-for-solutions", "kumasi-street-greening" },

        { "agua", Water, "tunis-femmedina" },
        { "agua en Durban", "durban-pro-poor-water", "durban-landfill-gas" },
        { "gestión de residuos sólidos", Waste, "tunis-femmedina" },
        { "gestion de residuos solidos", Waste, "tunis-femmedina" },
        { "transporte público", Transport, "durban-pro-poor-water" },
        { "vivienda", Housing, "milan-food-policy" },
        { "cambio climático", Climate, "tunis-femmedina" },
        { "mujeres", Women, "tshwane-platform-for-solutions" },
        { "presupuesto participativo", Participation, "durban-landfill-gas" },
        { "alimentos", Food, "durban-landfill-gas" },

        { "água", Water, "tunis-femmedina" },
        { "lixo", Waste, "tunis-femmedina" },
        { "resíduos", Waste, "tunis-femmedina" },
        { "transporte", Transport, "durban-pro-poor-water" },
        { "moradia", Housing, "milan-food-policy" },
        { "mudança do clima", Climate, "tunis-femmedina" },
        { "mulheres", Women, "tshwane-platform-for-solutions" },
        { "orçamento participativo", Participation, "durban-landfill-gas" },

        { "مياه", Water, "tunis-femmedina" },
        { "المياه", Water, "tunis-femmedina" },
        { "النفايات الصلبة", Waste, "tunis-femmedina" },
        { "النقل العام", Transport, "durban-pro-poor-water" },
        { "الإسكان", Housing, "milan-food-policy" },
        { "تغير المناخ", Climate, "tunis-femmedina" },
        { "النساء", Women, "tshwane-platform-for-solutions" },
        { "النساء والمناخ", "ahmedabad-womens-climate-action", "tunis-femmedina" },
        { "المشاركة", Participation, "durban-landfill-gas" },
        { "الغذاء", Food, "durban-landfill-gas" },

        { "水", Water, "tunis-femmedina" },
        { "南非的水资源", "durban-pro-poor-water", "durban-landfill-gas" },
        { "垃圾", Waste, "tunis-femmedina" },
        { "公共交通", Transport, "durban-pro-poor-water" },
        { "住房", Housing, "milan-food-policy" },
        { "气候变化", Climate, "tunis-femmedina" },
        { "妇女", Women, "tshwane-platform-for-solutions" },
        { "妇女参与", "tunis-femmedina", "durban-landfill-gas" },
        { "公众参与", Participation, "durban-landfill-gas" },
        { "南非", "durban-landfill-gas tshwane-platform-for-solutions", "kumasi-street-greening" },

        { "вода", Water, "tunis-femmedina" },
        { "воды", Water, "tunis-femmedina" },
        { "мусор", Waste, "tunis-femmedina" },
        { "общественный транспорт", Transport, "durban-pro-poor-water" },
        { "жильё", Housing, "milan-food-policy" },
        { "жилье", Housing, "milan-food-policy" },
        { "изменение климата", Climate, "tunis-femmedina" },
        { "женщины", Women, "tshwane-platform-for-solutions" },
        { "участие жителей", Participation, "durban-landfill-gas" },
        { "женщины в Индии", "ahmedabad-womens-climate-action odisha-urban-wage-employment", "tunis-femmedina" },
        { "Южная Африка", "durban-landfill-gas tshwane-platform-for-solutions", "kumasi-street-greening" },
    };

    [Theory, MemberData(nameof(Searches))]
    public void A_search_finds_the_right_practices_in_whatever_language(string text, string found, string notFound)
    {
        var result = content.Catalog.Search(new() { Text = text, PageSize = 100 });
        var ids = result.Hits.Select(hit => hit.Id).ToList();
        Assert.DoesNotContain(notFound, ids);
        Assert.Empty(found.Split(' ').Except(ids));
    }

    [Theory]
    [InlineData("eau")]
    [InlineData("residuos")]
    [InlineData("مياه")]
    [InlineData("气候变化")]
    [InlineData("женщины")]
    public void Without_widening_the_words_of_another_language_find_nothing(string text) =>
        Assert.Equal(0, content.Catalog.Search(new() { Text = text, Widen = false, Correct = false }).Total);
}
