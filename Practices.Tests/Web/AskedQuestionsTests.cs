using Practices.Web.Hosting;
using Xunit;

namespace Practices.Tests.Web;

public class AskedQuestionsTests
{
    private readonly AskedQuestions _asked = new();

    [Fact]
    public void The_first_questions_are_kept_at_once() => Assert.True(_asked.IsWorthKeeping("/practices?q=water"));

    [Fact]
    public void After_a_flood_of_questions_one_is_kept_only_when_it_is_asked_again()
    {
        Flood();
        Assert.False(_asked.IsWorthKeeping("/practices?q=water"));
        Assert.True(_asked.IsWorthKeeping("/practices?q=water"));
    }

    [Fact]
    public void A_flood_of_other_questions_forgets_one_that_was_asked_before()
    {
        _asked.IsWorthKeeping("/practices?q=water");
        Flood();
        Assert.False(_asked.IsWorthKeeping("/practices?q=water"));
    }

    // So many that each place was taken again and again.
    private void Flood()
    {
        for (var number = 0; number < 100_000; number++) _asked.IsWorthKeeping($"/practices?q={number}");
    }
}
