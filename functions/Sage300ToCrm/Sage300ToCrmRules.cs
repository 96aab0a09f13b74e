using Isthmus.Connectors.Options;
using Microsoft.Extensions.Configuration;

namespace Isthmus.Functions.Sage300ToCrm;

/// <summary>Refuses to go on with a configuration of these flows that means nothing.</summary>
internal static class Sage300ToCrmRules
{
    public const string Accounts = "Accounts";
    public const string Vendors = "Vendors";

    /// <exception cref="InvalidOptionsException">Something is wrong; it lists everything.</exception>
    public static Sage300ToCrmOptions Read(IConfigurationSection section)
    {
        var options = section.Get<Sage300ToCrmOptions>() ?? new Sage300ToCrmOptions();
        var problems = Problems(options, section.Path).ToList();
        return problems.Count == 0 ? options : throw new InvalidOptionsException(problems);
    }

    private static IEnumerable<OptionsProblem> Problems(Sage300ToCrmOptions options, string path)
    {
        if (options.VendorsTo is not (Accounts or Vendors))
            yield return new($"{path}:{nameof(options.VendorsTo)}", options.VendorsTo, $"Give {Accounts} or {Vendors}.");
        if (options.InvoicesSettleAfter is < 0 or > 3650)
            yield return new($"{path}:{nameof(options.InvoicesSettleAfter)}", $"{options.InvoicesSettleAfter}", "Give 0 to 3650 days.");
        foreach (var group in options.Groups.Where(each => each.Length is 0 or > 6))
            yield return new($"{path}:{nameof(options.Groups)}", group, "Give the codes of groups: one to six characters.");
    }
}
