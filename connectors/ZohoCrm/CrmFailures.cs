using System.Text.Json;
using Isthmus.Connectors.Http;
using Isthmus.Connectors.Json;
using Isthmus.Core.Failures;

namespace Isthmus.Connectors.ZohoCrm;

/// <summary>
/// An error object of the CRM, of a call or of one record, in our vocabulary. Names fields; of their values only what
/// <see cref="RefusedValue"/> lets through.
/// </summary>
internal static class CrmFailures
{
    private const int MostListed = 10;

    /// <summary>The failure, and whether asking again at once may help.</summary>
    /// <param name="operation">What was asked for.</param>
    /// <param name="error">The error object.</param>
    /// <param name="status">The answer's HTTP status.</param>
    /// <param name="sent">The record that it is about, where one was sent.</param>
    public static (Failure Failure, bool RetryNow) Of(
        string operation, JsonElement error, int status, JsonElement? sent = null)
    {
        if (error.Text("code") == "MULTIPLE_OR_MULTI_ERRORS" && Errors(error) is { Count: > 0 } several)
            return (Several(operation, several, status, sent), false);
        var details = error.Member("details") ?? default;
        var code = error.Text("code");
        var verdict = CrmErrorTable.Find(status, code, error.Text("message") ?? "", details);
        var field = details.Text("api_name");
        var value = RefusedValue.Find(sent, field, details);
        var choice = verdict == CrmErrorTable.Picklist ? RefusedValue.Choice(value, details) : null;
        var cure = choice is null ? verdict.Cure
            : $"Add {choice} to the picklist of {VendorText.Clean(field)} in the CRM, or translate it in the mapping.";
        var failure = new Failure(
            verdict.Class, ZohoCrmOptions.Id, operation, verdict.Code ?? code ?? $"http-{status}",
            verdict.Message ?? Describe(error, details, field, value, choice), cure)
        { Field = field };
        return (failure, verdict.RetryNow);
    }

    private static List<JsonElement> Errors(JsonElement error) =>
        [.. error.Items("errors").Concat(error.Member("details")?.Items("errors") ?? [])];

    /// <summary>The gravest decides what kind of trouble it is; every field is named.</summary>
    private static Failure Several(string operation, List<JsonElement> errors, int status, JsonElement? sent)
    {
        var failures = errors.ConvertAll(each => Of(operation, each, status, sent).Failure);
        var first = failures.Find(each => each.Class != FailureClass.Validation) ?? failures[0];
        return first with
        {
            Message = string.Join(" ", failures.Select(each => each.Message).Distinct().Take(MostListed)),
            Cure = string.Join(" ", failures.Select(each => each.Cure).Distinct().Take(MostListed)),
        };
    }

    private static string Describe(
        JsonElement error, JsonElement details, string? field, JsonElement? value, string? choice)
    {
        var name = field is null ? "A value" : $"The field {VendorText.Clean(field)}";
        if (details.Whole("maximum_length") is { } longest)
            return $"{name} takes at most {longest} characters{RefusedValue.Length(value)}.";
        if (details.Text("expected_data_type") is { } type) return $"{name} must be of type {VendorText.Clean(type)}.";
        if (details.Items("supported_values").Any())
        {
            var supported = VendorText.Clean(string.Join(", ", details.Texts("supported_values").Take(MostListed)));
            return $"{name} takes only {supported}{(choice is null ? "" : $", not {choice}")}.";
        }
        if (details.Member("regex") is not null) return $"{name} is not written as the CRM wants it.";
        var text = VendorText.Clean(error.Text("message"));
        return field is null ? text : $"{VendorText.Clean(field)}: {text}";
    }
}
