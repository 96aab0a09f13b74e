using Isthmus.Connectors.Options;

namespace Isthmus.Functions.Refunds;

/// <summary>Checks what a company configured about refunds; the app refuses to start with what it cannot mean.</summary>
internal static class RefundRules
{
    private const string Section = "Isthmus:Refunds";

    /// <exception cref="InvalidOptionsException">Something is wrong; it lists everything.</exception>
    public static void Require(RefundOptions rules)
    {
        var problems = Check(rules);
        if (problems.Count > 0) throw new InvalidOptionsException(problems);
    }

    public static IReadOnlyList<OptionsProblem> Check(RefundOptions rules)
    {
        var problems = new List<OptionsProblem>();
        OneOf(nameof(rules.SagePosting), rules.SagePosting, "creditMemo", "returnOrder", "none");
        OneOf(nameof(rules.OnApprovedReturn), rules.OnApprovedReturn, "refund", "none");
        Limits(nameof(rules.HoldAbove), rules.HoldAbove);
        Limits(nameof(rules.HoldAboveADay), rules.HoldAboveADay);
        if (rules.NumberPrefix.Length is 0 or > 6)
            problems.Add(new($"{Section}:{nameof(rules.NumberPrefix)}", rules.NumberPrefix, "Give 1 to 6 characters."));
        return problems;

        void OneOf(string name, string value, params string[] words)
        {
            if (!words.Contains(value)) problems.Add(new($"{Section}:{name}", value, $"Give {string.Join(" or ", words)}."));
        }

        void Limits(string name, IReadOnlyDictionary<string, long> limits)
        {
            foreach (var (currency, most) in limits)
                if (most < 0 || currency.Length != 3 || !currency.All(char.IsAsciiLetterUpper))
                    problems.Add(new($"{Section}:{name}:{currency}", $"{most}", "Give minor units, 0 or more, under an upper-case currency code."));
        }
    }
}
