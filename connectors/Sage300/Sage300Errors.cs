using System.Text.Json;
using Isthmus.Connectors.Http;
using Isthmus.Connectors.Json;
using Isthmus.Core.Failures;

namespace Isthmus.Connectors.Sage300;

/// <summary>The Web API's answers in our vocabulary. What is no JSON comes from the web server or a proxy before it.</summary>
internal static class Sage300Errors
{
    public static Refusal? Judge(ApiCall call, ApiAnswer answer)
    {
        if (answer.Success && IsAsExpected(call, answer)) return null;
        var error = answer.Json?.Member("error") ?? answer.Json?.Member("odata.error");
        if (error is null && answer is { NeedsWords: true, Status: not 404 })
            return TransportErrors.Malformed(Sage300Options.Id, call, answer.Status);
        var code = error?.Text("code") is { Length: > 0 and <= 60 } given ? given : $"http-{answer.Status}";
        if (code == "RecordNotFound" && call.Method == HttpMethod.Get) return null;
        var verdict = Sage300ErrorTable.Find(answer.Status, code);
        return new Refusal(new Failure(verdict.Class, Sage300Options.Id, call.Operation, code, Message(error), verdict.Cure)
        {
            RetryAfter = answer.RetryAfter ?? verdict.Wait,
            EffectUnknown = answer.Status >= 500 && !call.ReadOnly && !verdict.NothingDone,
        }, verdict.RetryNow);
    }

    /// <summary>Changes are answered with nothing; everything else with an object.</summary>
    private static bool IsAsExpected(ApiCall call, ApiAnswer answer) => answer.Json is { ValueKind: JsonValueKind.Object }
        || (answer.Empty && call.Method != HttpMethod.Get && call.Method != HttpMethod.Post);

    // Never more than shown: the text differs from release to release and may hold several errors of several views.
    private static string Message(JsonElement? error) =>
        VendorText.Clean(error?.Member("message")?.Text("value") ?? error?.Text("message"));
}
