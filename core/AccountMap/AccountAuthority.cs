namespace Isthmus.Core.AccountMap;

/// <summary>Whose value of a field counts: as the row says, else as the company says, else nobody's.</summary>
public sealed class AccountAuthority(IReadOnlyDictionary<string, AccountSide> rule)
{
    private readonly Dictionary<string, AccountSide> rule = new(rule, StringComparer.OrdinalIgnoreCase);

    /// <summary>The side that counts for a field of a row.</summary>
    public AccountSide Of(AccountRow row, string field)
    {
        foreach (var (name, side) in row.Authority)
            if (string.Equals(name, field, StringComparison.OrdinalIgnoreCase)) return side;
        return rule.GetValueOrDefault(field);
    }

    /// <summary>The fields of a row of which a side's value counts.</summary>
    public IEnumerable<string> Where(AccountRow row, AccountSide side) =>
        row.Authority.Keys.Concat(rule.Keys).Distinct(StringComparer.OrdinalIgnoreCase).Where(field => Of(row, field) == side);
}
