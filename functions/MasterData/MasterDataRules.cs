using Isthmus.Connectors.Options;
using Microsoft.Extensions.Configuration;

namespace Isthmus.Functions.MasterData;

/// <summary>Reads what the company decides about master data, and refuses what cannot be.</summary>
internal static class MasterDataRules
{
    public const string Leave = "leave";
    public const string Mark = "mark";
    public const string Unlink = "unlink";

    /// <exception cref="InvalidOptionsException">Something is wrong; it lists everything.</exception>
    public static MasterDataOptions Read(IConfigurationSection section)
    {
        var rules = section.Get<MasterDataOptions>() ?? new MasterDataOptions();
        var problems = Check(rules, section.Path).ToList();
        return problems.Count == 0 ? rules : throw new InvalidOptionsException(problems);
    }

    private static IEnumerable<OptionsProblem> Check(MasterDataOptions rules, string section)
    {
        if (rules.Deleted is not (Leave or Mark or Unlink))
            yield return new($"{section}:{nameof(rules.Deleted)}", rules.Deleted, "Give leave, mark or unlink.");
        if (rules.HoldDeleted && rules.Deleted == Leave)
            yield return new(
                $"{section}:{nameof(rules.HoldDeleted)}", "true",
                "Set Deleted to mark or unlink: there is nothing to approve where all are left.");
        if (rules.ReviewFrom is < 1 or > 60)
            yield return new($"{section}:{nameof(rules.ReviewFrom)}", $"{rules.ReviewFrom}", "Give 1 to 60.");
        if (rules.LinkFrom < rules.ReviewFrom || rules.LinkFrom > 100)
            yield return new($"{section}:{nameof(rules.LinkFrom)}", $"{rules.LinkFrom}", "Give no less than ReviewFrom, and at most 100.");
        if (rules.InactiveField.Length is 0 or > 50 || !rules.InactiveField.All(c => char.IsAsciiLetterOrDigit(c) || c == '_'))
            yield return new(
                $"{section}:{nameof(rules.InactiveField)}", rules.InactiveField, "Give a field's API name: letters, digits, underscores.");
        if (rules.PageSize is < 1 or > 500)
            yield return new($"{section}:{nameof(rules.PageSize)}", $"{rules.PageSize}", "Give 1 to 500.");
    }
}
