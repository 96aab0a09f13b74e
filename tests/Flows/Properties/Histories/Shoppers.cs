namespace Isthmus.Flows.Tests.Properties;

/// <summary>People whose names would be recognised wherever they turned up.</summary>
internal static class Shoppers
{
    private static readonly string[] Names = ["Quintessa", "Zebulon", "Ottoline", "Zebulon"];

    public static int Count => Names.Length;

    /// <summary>What nobody may read in a log or in the audit.</summary>
    public static IEnumerable<string> Secrets => Names.Append("quixotic.example").Distinct();

    public static string Name(int shopper) => Names[shopper];

    /// <summary>Two of them have the same name, but no two the same address.</summary>
    public static string Email(int shopper, bool shouting)
    {
        var address = $"{Names[shopper]}.{shopper}@quixotic.example";
        return shouting ? address.ToUpperInvariant() : address.ToLowerInvariant();
    }
}
