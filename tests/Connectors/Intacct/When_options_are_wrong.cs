using Isthmus.Connectors.Intacct;
using Isthmus.Connectors.Options;
using Isthmus.Connectors.Tests.Support;
using Microsoft.Extensions.DependencyInjection;

namespace Isthmus.Connectors.Tests.Intacct;

public sealed class When_options_are_wrong
{
    [Fact]
    public void Every_problem_is_named_with_its_cure()
    {
        var problems = new ServiceCollection().AddSageIntacct(Connected.Section("Connections:sage-intacct",
            ("BaseAddress", "http://api.intacct.com/gw"), ("SenderPasswordSecret", "Hunter2!"), ("TimeZone", "Mars/Olympus"),
            ("PageSize", "5000"), ("Fields:customer:0", "A")))
            .BuildServiceProvider().ConnectionProblems();
        Assert.Equal(["BaseAddress", "Company", "Fields", "PageSize", "SenderPasswordSecret", "TimeZone", "User"],
            problems.Select(problem => problem.Name["Connections:sage-intacct:".Length..]).Order(StringComparer.Ordinal));
        Assert.DoesNotContain(problems, problem => problem.ToString().Contains("Hunter2!", StringComparison.Ordinal));
    }
}
