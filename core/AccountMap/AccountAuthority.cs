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

    /// <summary>True where a side counts for any field of the row.</summary>
    public bool Any(AccountRow row) => row.Authority.Keys.Concat(rule.Keys).Any(field => Of(row, field) != AccountSide.None);
}
