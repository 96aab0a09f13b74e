namespace Isthmus.Flows.Tests.Properties;

/// <summary>What can be bought; the last of it is not known to Zoho and Sage until somebody enters it there.</summary>
internal static class Catalogue
{
    private const int Missing = 2;

    public const int Count = 12;

    public static IEnumerable<string> Stocked => All.SkipLast(Missing);

    public static IEnumerable<string> Late => All.TakeLast(Missing);

    private static IEnumerable<string> All => Enumerable.Range(0, Count).Select(Sku);

    public static string Sku(int position) => position < Count - Missing ? $"ART-{position}" : $"LATE-{position}";
}
