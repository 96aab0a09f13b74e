using System.Text.Json;
using Isthmus.Functions.Steps;

namespace Isthmus.Functions.Sage100ToCrm;

/// <summary>Which records a company keeps out of its CRM.</summary>
internal static class SkipRules
{
    /// <summary>For customers and vendors.</summary>
    public static string? Of(SageToCrmOptions options, JsonElement row, string division, string status) =>
        OfDivision(options, row, division)
        ?? (row.FindText(status) is { } state && options.SkipStatuses.Contains(state)
            ? $"Records of status {state} are not carried." : null);

    /// <summary>For documents of customers.</summary>
    public static string? OfDocument(SageToCrmOptions options, JsonElement row) => OfDivision(options, row, "ARDivisionNo");

    private static string? OfDivision(SageToCrmOptions options, JsonElement row, string division) =>
        options.Divisions.Count > 0 && !options.Divisions.Contains(row.FindText(division) ?? "")
            ? $"Division {row.FindText(division)} is not carried." : null;
}
