using System.Text.Json.Nodes;
using Isthmus.Flows.Tests.Support;

namespace Isthmus.Flows.Tests.Privacy;

/// <summary>Somebody whose every value can be told from all others.</summary>
internal sealed record Person(string Word)
{
    private static int orders;

    public string Email => $"{Word}@very-private.example".ToLowerInvariant();

    public string Name => $"{Word} Quuxington";

    public string Street => $"17 {Word} Crescent";

    public string Town => $"{Word}ville";

    public string Gift => $"From your secret {Word}-admirer, card 4242 4242 4242 4242";

    /// <summary>Everything of hers that nobody but the vendors and the payload store may hold.</summary>
    public IEnumerable<string> Values => [Word];

    /// <summary>An order that says all that is known about her.</summary>
    public JsonObject Order(params object[] members)
    {
        var address = new { line1 = Street, line2 = $"Flat {Word}", city = Town, postal_code = "4000-007", country = "PT" };
        return Orders.With([
            "id", "WEB-" + Interlocked.Increment(ref orders),
            "customer", new { email = Email, name = Name, phone = "+351912345678" }, "billing", address,
            "shipping", new { name = Name, phone = "+351912345678", address, amount = 0 }, "metadata", new { gift = Gift }, .. members]);
    }
}
