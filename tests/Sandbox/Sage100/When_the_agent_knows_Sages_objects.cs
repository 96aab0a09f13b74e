using System.Text.Json.Nodes;
using Isthmus.Agent.Boi;

namespace Isthmus.Sandbox.Tests.Sage100;

public sealed class When_the_agent_knows_Sages_objects : Agent
{
    private static readonly Dictionary<string, ObjectNames> NoOwnNames = [];

    [Fact]
    public async Task It_knows_every_object_and_column_that_is_emulated_as_it_is_there()
    {
        var catalogue = new BoiCatalogue(NoOwnNames, []);
        foreach (var name in (await Sandbox.GetAsync("/sage-100/agent/v1/about"))["objects"]!.AsArray().Select(each => each!.GetValue<string>()))
        {
            var emulated = await Sandbox.GetAsync($"/sage-100/agent/v1/companies/ABC/objects/{name}");
            var known = catalogue.Find(name);
            Assert.True(known is not null, $"The agent does not know {name}.");
            Assert.Equal(Texts(emulated["keys"]!), known.Keys);
            Assert.Equal(emulated["writable"]!.GetValue<bool>(), known.Writable);
            AssertKnown(name, emulated, known.Columns);
            if (emulated["lines"] is { } lines) AssertKnown(name, lines, known.Lines!.Columns);
        }
    }

    private static void AssertKnown(string name, JsonNode emulated, IReadOnlyList<BoiColumn> known)
    {
        foreach (var column in emulated["columns"]!.AsArray())
        {
            var told = known.SingleOrDefault(each => each.Name == column!["name"]!.GetValue<string>())?.In("2023");
            Assert.True(told is not null, $"The agent does not know {column!["name"]} of {name}.");
            Assert.Equal(
                (told.Name, column!["type"]!.GetValue<string>(), column["length"]!.GetValue<int>(), column["readOnly"]!.GetValue<bool>()),
                (told.Name, told.Kind.ToString().ToLowerInvariant(), told.Length, told.ReadOnly));
        }
    }

    private static IEnumerable<string> Texts(JsonNode array) => array.AsArray().Select(each => each!.GetValue<string>());
}
