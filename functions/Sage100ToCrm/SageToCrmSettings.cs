using Isthmus.Connectors.Options;
using Microsoft.Extensions.Configuration;

namespace Isthmus.Functions.Sage100ToCrm;

/// <summary>Reads what the company shows of Sage 100 in its CRM, and refuses what cannot be.</summary>
internal static class SageToCrmSettings
{
    private static readonly string[] Words = ["auto", "always", "never"];
    private static readonly string[] Statuses = ["A", "I", "T"];

    /// <exception cref="InvalidOptionsException">Something is wrong; it lists everything.</exception>
    public static SageToCrmOptions Read(IConfigurationSection section)
    {
        var options = section.Get<SageToCrmOptions>() ?? new SageToCrmOptions();
        var problems = Problems(options).Select(each => new OptionsProblem($"{section.Path}:{each.Name}", each.Value, each.Cure)).ToList();
        return problems.Count == 0 ? options : throw new InvalidOptionsException(problems);
    }

    private static IEnumerable<(string Name, string Value, string Cure)> Problems(SageToCrmOptions options)
    {
        if (!Words.Contains(options.OpenInvoices))
            yield return (nameof(options.OpenInvoices), options.OpenInvoices, $"Give one of {string.Join(", ", Words)}.");
        if (options.InvoicesSettleAfter is < 0 or > 3650)
            yield return (nameof(options.InvoicesSettleAfter), $"{options.InvoicesSettleAfter}", "Give 0 to 3650 days.");
        foreach (var division in options.Divisions.Where(each => each.Length != 2 || !each.All(char.IsAsciiDigit)))
            yield return (nameof(options.Divisions), division, "Give two digits; 00 when the company has no divisions.");
        foreach (var status in options.SkipStatuses.Except(Statuses))
            yield return (nameof(options.SkipStatuses), status, $"Give some of {string.Join(", ", Statuses)}.");
    }
}
