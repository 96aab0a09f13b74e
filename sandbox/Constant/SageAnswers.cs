using System.Text;
using System.Text.Json;

namespace Isthmus.Sandbox.Constant;

/// <summary>The Sage 100 agent: no customer is there yet, the two articles are, and every record is written.</summary>
internal sealed class SageAnswers
{
    private const string Articles = """{"rows":[{"ItemCode":"20001"},{"ItemCode":"20002"}],"next":null}""";
    private const string NoRows = """{"rows":[],"next":null}""";

    private int lastNumber;

    public async Task AnswerAsync(HttpContext context)
    {
        if (!HttpMethods.IsPost(context.Request.Method))
        {
            await FixedAnswer.JsonAsync(context, "{}");
            return;
        }
        using var sent = await JsonDocument.ParseAsync(context.Request.Body, cancellationToken: context.RequestAborted);
        var path = context.Request.Path.Value!;
        await FixedAnswer.JsonAsync(context, path[(path.LastIndexOf('/') + 1)..] switch
        {
            "numbers" => $$"""{"number":"{{Interlocked.Increment(ref lastNumber):D7}}"}""",
            "query" => sent.RootElement.GetProperty("object").GetString() == "CI_Item" ? Articles : NoRows,
            "write" => Written(sent.RootElement),
            _ => Missing(sent.RootElement),
        });
    }

    private static string Missing(JsonElement sent) => $$"""{"results":[{{string.Join(',', sent.GetProperty("records").EnumerateArray()
        .Select(record => $$"""{"ref":"{{record.GetProperty("ref").GetString()}}","outcome":"not_found"}"""))}}]}""";

    private static string Written(JsonElement sent)
    {
        var results = new StringBuilder();
        foreach (var record in sent.GetProperty("records").EnumerateArray())
        {
            if (results.Length > 0) results.Append(',');
            var key = record.GetProperty("key").GetRawText();
            results.Append($$"""{"ref":"{{record.GetProperty("ref").GetString()}}","outcome":"written","record":""")
                .Append(key.AsSpan(0, key.LastIndexOf('}'))).Append(""","TaxableAmt":0,"NonTaxableAmt":12.00,"FreightAmt":0}}""");
        }
        return $$"""{"results":[{{results}}]}""";
    }
}
