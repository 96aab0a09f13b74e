using Isthmus.Connectors.Options;
using Isthmus.Functions.MasterData;
using Microsoft.Extensions.Configuration;

namespace Isthmus.Flows.Tests.MasterData;

public sealed class When_rules_of_master_data_are_set
{
    [Fact]
    public void Every_mistake_is_named_at_once_with_its_value_and_a_cure()
    {
        var wrong = Assert.Throws<InvalidOptionsException>(() => Read(
            ("HoldDeleted", "true"), ("ReviewFrom", "0"), ("LinkFrom", "-1"), ("InactiveField", "not a name"), ("PageSize", "501")));
        Assert.Equal(
            [("HoldDeleted", "true"), ("ReviewFrom", "0"), ("LinkFrom", "-1"), ("InactiveField", "not a name"), ("PageSize", "501")],
            wrong.Problems.Select(problem => (problem.Name.Split(':')[^1], problem.Value)));
        Assert.All(wrong.Problems, problem => Assert.NotEmpty(problem.Cure));
        Assert.Equal("Deleted", Assert.Single(Assert.Throws<InvalidOptionsException>(() => Read(("Deleted", "drop"))).Problems).Name.Split(':')[^1]);
    }

    [Fact]
    public void The_usual_ones_are_good() => Assert.Equal(MasterDataRules.Leave, Read().Deleted);

    private static MasterDataOptions Read(params (string Name, string Value)[] settings) => MasterDataRules.Read(new ConfigurationBuilder()
        .AddInMemoryCollection(settings.ToDictionary(each => "Isthmus:MasterData:" + each.Name, each => (string?)each.Value)).Build()
        .GetSection("Isthmus:MasterData"));
}
