using System.Text.Json.Nodes;

namespace Isthmus.Sandbox.Tests.Sage100;

public sealed class When_values_are_wild : Agent
{
    private static readonly JsonNode?[] Wild = ["", "A", "99999999999999999999", "20261121", -1, 0.5m, 1e27m];

    private static readonly string[] Known =
        ["written", "written_with_warning", "exists", "not_found", "refused", "locked"];

    private static readonly JsonObject Good = JsonNode.Parse("""
        {"ARDivisionNo":"01","CustomerNo":"ZC1","APDivisionNo":"00","VendorNo":"ACME","CustomerName":"N","VendorName":"V","ItemCodeDesc":"D"}
        """)!.AsObject();

    private static readonly JsonObject GoodLine = JsonNode.Parse("""
        {"ItemCode":"GASKET-12","Account":"1010-00","QuantityOrdered":1,"QuantityShipped":1,"QuantityReturned":1,"TransactionQty":1,
         "CashAmountApplied":1,"DebitAmount":1}
        """)!.AsObject();

    private int next;

    [Fact]
    public async Task Every_object_answers_for_each_record_and_never_breaks()
    {
        var written = 0;
        await CustomerAsync("ZC1");
        await OrderAsync("1");
        var about = await Sandbox.GetAsync("/sage-100/agent/v1/about");
        foreach (var name in about["objects"]!.AsArray().Select(each => each!.GetValue<string>()))
        {
            var dictionary = await Sandbox.GetAsync($"/sage-100/agent/v1/companies/ABC/objects/{name}");
            foreach (var batch in Records(name, dictionary).Chunk(500))
            {
                var results = (await CallAsync("write", new { records = batch }))["results"]!.AsArray();
                Assert.Equal(batch.Length, results.Count);
                written += results.Count(result => Outcome(result!).StartsWith("written", StringComparison.Ordinal));
                Assert.All(results, result => Assert.Contains(Outcome(result!), Known));
            }
        }
        Assert.InRange(written, 500, int.MaxValue);
        await Sandbox.PostAsync("/_sandbox/sage-100/updates", new { });
    }

    private IEnumerable<JsonNode> Records(string name, JsonNode dictionary)
    {
        foreach (var column in Names(dictionary))
            foreach (var value in Wild)
            {
                var lines = dictionary["lines"] is { } detail ? new JsonArray(Filled(detail, GoodLine, "", null)) : null;
                yield return Record(name, "create", dictionary, Filled(dictionary, Good, column, value), lines);
                yield return Record(name, "update", dictionary, new JsonObject { [column] = value?.DeepClone() }, null, again: true);
                if (next % 5 == 0) yield return Record(name, "delete", dictionary, [], null, again: true);
            }
        if (dictionary["lines"] is not { } schema) yield break;
        foreach (var column in Names(schema).Where(each => each != "LineKey"))
            foreach (var value in Wild)
                yield return Record(name, "create", dictionary, Filled(dictionary, Good, "", null),
                    new JsonArray(Filled(schema, GoodLine, column, value), new JsonObject { [column] = value?.DeepClone() }));
    }

    private JsonObject Record(string name, string mode, JsonNode dictionary, JsonObject values, JsonArray? lines, bool again = false)
    {
        if (!again) next++;
        var key = new JsonObject();
        foreach (var part in dictionary["keys"]!.AsArray().Select(each => each!.GetValue<string>()))
            key[part] = part.EndsWith("DivisionNo", StringComparison.Ordinal) ? "01" : part == "SourceJournal" ? "JE" : $"{next % 10_000}";
        return new JsonObject { ["ref"] = "r", ["object"] = name, ["mode"] = mode, ["key"] = key, ["values"] = values, ["lines"] = lines };
    }

    private static JsonObject Filled(JsonNode dictionary, JsonObject good, string column, JsonNode? value)
    {
        var keys = dictionary["keys"]!.AsArray().Select(each => each!.GetValue<string>()).ToList();
        var settable = dictionary["columns"]!.AsArray().Where(each => !each!["readOnly"]!.GetValue<bool>())
            .Select(each => each!["name"]!.GetValue<string>()).Where(each => !keys.Contains(each) && each != column).ToHashSet();
        var filled = new JsonObject(good.Where(each => settable.Contains(each.Key))
            .Select(each => KeyValuePair.Create(each.Key, each.Value?.DeepClone())));
        if (column.Length > 0) filled[column] = value?.DeepClone();
        return filled;
    }

    private static IEnumerable<string> Names(JsonNode dictionary) =>
        dictionary["columns"]!.AsArray().Select(each => each!["name"]!.GetValue<string>());
}
