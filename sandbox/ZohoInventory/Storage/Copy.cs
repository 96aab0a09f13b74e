using System.Text.Json;

namespace Isthmus.Sandbox.ZohoInventory.Storage;

/// <summary>Copies, so that a refused update leaves the record as it was.</summary>
internal static class Copy
{
    public static T Of<T>(T record) => JsonSerializer.SerializeToElement(record).Deserialize<T>()!;
}
