using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace Isthmus.Sandbox.ZohoCrm.Reading;

/// <summary>Where a list goes on: bound to the parameters it began with, good for 24 hours.</summary>
/// <param name="Bound">A digest of the parameters.</param>
/// <param name="Expires">Unix seconds.</param>
/// <param name="Served">Records that were handed out before.</param>
/// <param name="Page">The page that follows.</param>
/// <param name="Second">Time of change of the last record.</param>
/// <param name="Id">Id of the last record.</param>
internal sealed record PageToken(string Bound, long Expires, int Served, int Page, long Second, long Id)
{
    public static readonly TimeSpan Life = TimeSpan.FromHours(24);

    public static string Digest(string parameters) =>
        Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(parameters)))[..16];

    public string Write() => Convert.ToHexStringLower(Encoding.UTF8.GetBytes(
        string.Create(CultureInfo.InvariantCulture, $"{Bound}.{Expires}.{Served}.{Page}.{Second}.{Id}")));

    public static PageToken? Read(string text)
    {
        try
        {
            var parts = Encoding.UTF8.GetString(Convert.FromHexString(text)).Split('.');
            return new PageToken(parts[0], Number(parts[1]), (int)Number(parts[2]), (int)Number(parts[3]), Number(parts[4]),
                Number(parts[5]));
        }
        catch (Exception exception) when (exception is FormatException or OverflowException or IndexOutOfRangeException)
        {
            return null;
        }
    }

    private static long Number(string text) => long.Parse(text, CultureInfo.InvariantCulture);
}
