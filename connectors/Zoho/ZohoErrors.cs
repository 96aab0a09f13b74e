using System.Globalization;
using System.Text.Json;
using Isthmus.Connectors.Http;
using Isthmus.Connectors.Json;
using Isthmus.Core.Failures;

namespace Isthmus.Connectors.Zoho;

/// <summary>
/// Zoho Inventory's and Books' refusals in our vocabulary. The <c>code</c> in the body decides, whatever the HTTP status says.
/// Source: Zoho Inventory API, Errors; Zoho Books API, Errors.
/// </summary>
internal static class ZohoErrors
{
    public static Refusal? Judge(string connection, ApiCall call, ApiAnswer answer)
    {
        var code = answer.Json is { ValueKind: JsonValueKind.Object } body ? body.Whole("code") : null;
        if (answer.Success && code == 0) return null;
        var text = answer.Json?.Text("message") ?? "";
        // A refusal without a code may still say why; a success without one is none.
        if (code is null && (answer.Success || text.Length == 0) && answer.NeedsWords)
            return TransportErrors.Malformed(connection, call, answer.Status);
        var verdict = ZohoErrorTable.Find(answer.Status, code, text);
        var failure = new Failure(
            verdict.Class, connection, call.Operation,
            verdict.Code ?? code?.ToString(CultureInfo.InvariantCulture) ?? $"http-{answer.Status}",
            verdict.Message ?? VendorText.Clean(text), verdict.Cure)
        {
            RetryAfter = verdict.Class == FailureClass.Throttled ? answer.RetryAfter ?? verdict.Wait : null,
            EffectUnknown = verdict.Class == FailureClass.Transient && !call.ReadOnly,
        };
        return new Refusal(failure, verdict.RetryNow);
    }
}
