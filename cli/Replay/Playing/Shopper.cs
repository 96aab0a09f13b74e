namespace Isthmus.Cli.Replay.Playing;

/// <summary>Name and address of the file's anonymous customers.</summary>
internal static class Shopper
{
    public static string Name(string customer) => customer.StartsWith("guest-", StringComparison.Ordinal)
        ? "Guest " + customer["guest-".Length..]
        : "Customer " + customer;

    public static string Email(string customer) => $"{customer.ToLowerInvariant()}@shoppers.example.com";
}
