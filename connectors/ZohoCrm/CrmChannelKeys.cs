using System.Buffers.Binary;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace Isthmus.Connectors.ZohoCrm;

/// <summary>
/// Ids and tokens of channels, made of one secret, so that every process knows them and none is stored: who has seen a
/// channel's token knows nothing of another's.
/// </summary>
public static class CrmChannelKeys
{
    /// <summary>
    /// The id of an installation's channel for a module: the same each time, so that it is replaced and never doubled.
    /// </summary>
    public static string IdOf(string secret, Uri notifyUrl, string module)
    {
        var hash = Hash(secret, $"channel|{notifyUrl.AbsoluteUri}|{module}");
        var number = (BinaryPrimitives.ReadInt64BigEndian(hash) & long.MaxValue) | 1L << 62;
        return number.ToString(CultureInfo.InvariantCulture);
    }

    /// <summary>The token of a channel: 48 hexadecimal digits.</summary>
    public static string TokenOf(string secret, string channelId) =>
        Convert.ToHexStringLower(Hash(secret, $"token|{channelId}"))[..48];

    /// <summary>Compares in the same time for every wrong token.</summary>
    public static bool Match(string expected, string? given) =>
        CryptographicOperations.FixedTimeEquals(Encoding.UTF8.GetBytes(expected), Encoding.UTF8.GetBytes(given ?? ""));

    private static byte[] Hash(string secret, string text) =>
        HMACSHA256.HashData(Encoding.UTF8.GetBytes(secret), Encoding.UTF8.GetBytes(text));
}
