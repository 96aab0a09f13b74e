using Isthmus.Connectors.Options;
using Microsoft.Extensions.Configuration;

namespace Isthmus.Functions.Payouts;

/// <summary>Reads what the company decides about its payouts, and refuses what cannot be.</summary>
internal static class PayoutSettings
{
    private static readonly string[] Postings = ["journal", "cashReceipt", "none"];

    /// <exception cref="InvalidOptionsException">Something is wrong; it lists everything.</exception>
    public static PayoutOptions Read(IConfigurationSection section)
    {
        var options = section.Get<PayoutOptions>() ?? new PayoutOptions();
        List<OptionsProblem> problems = [];
        void Unless(bool good, string name, object value, string cure)
        {
            if (!good) problems.Add(new OptionsProblem($"{section.Path}:{name}", $"{value}", cure));
        }
        Unless(Postings.Contains(options.SagePosting), nameof(options.SagePosting), options.SagePosting, $"Give {string.Join(", ", Postings)}.");
        Unless(options.BankCode.Length == 1, nameof(options.BankCode), options.BankCode, "Give Sage's code of the bank: one character.");
        Unless(options.ProofDays is >= 1 and <= 31, nameof(options.ProofDays), options.ProofDays, "Give 1 to 31 days.");
        return problems.Count == 0 ? options : throw new InvalidOptionsException(problems);
    }
}
