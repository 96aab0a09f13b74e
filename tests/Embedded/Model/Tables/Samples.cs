using System.Globalization;
using System.Text;
using FsCheck;
using FsCheck.Fluent;

namespace Isthmus.Embedded.Tests.Model.Tables;

/// <summary>Keys, names and values: few of each, so that stories meet the same ones again, and unlike one another.</summary>
internal static class Samples
{
    public static readonly string[] Partitions = ["a", "b", "B", "é", "\ufffd", "😀"];

    public static readonly string[] Rows = ["", "1", "10", "2", "a", "A", "o'neil", "\uffee", "😀", "😀1"];

    public static readonly string[] Names = ["Text", "Number", "_x", "größe", "eq", "not1"];

    private static readonly DateTimeOffset Moment = new(2026, 11, 21, 9, 0, 0, TimeSpan.Zero);

    public static Gen<object> Value => Gen.OneOf(
        Gen.Elements("", "x", "it's", "X", "\uffee", "😀", "null", "a and b").Select(object (v) => v),
        Gen.Elements(0, 1, -1, int.MaxValue, int.MinValue).Select(object (v) => v),
        Gen.Elements(0L, 1L, -5L, long.MaxValue, long.MinValue).Select(object (v) => v),
        Gen.Elements(0.0, 1.5, -1e300, 5e-324, 100).Select(object (v) => v),
        Gen.Elements(true, false).Select(object (v) => v),
        Gen.Elements(Moment, Moment.AddTicks(1), Moment.AddYears(-400)).Select(object (v) => v),
        Gen.Elements(Guid.Empty, new Guid("0f8fad5b-d9cb-469f-a165-70867728950e")).Select(object (v) => v),
        Gen.Elements<byte[]>([], [10, 255], [255]).Select(object (v) => v));

    public static string Literal(object value) => value switch
    {
        string text => $"'{text.Replace("'", "''")}'",
        int number => number.ToString(CultureInfo.InvariantCulture),
        long number => $"{number.ToString(CultureInfo.InvariantCulture)}L",
        double number => number.ToString("0.0###############################################E+0", CultureInfo.InvariantCulture),
        bool truth => truth ? "true" : "false",
        DateTimeOffset moment => $"datetime'{moment.UtcDateTime:O}'",
        Guid id => $"guid'{id}'",
        _ => $"X'{Convert.ToHexString((byte[])value)}'",
    };

    /// <summary>The order of two values of one type; texts and bytes by their bytes, UTF-8 for texts.</summary>
    public static int Order(object left, object right) => left switch
    {
        string text => Bytes(Encoding.UTF8.GetBytes(text), Encoding.UTF8.GetBytes((string)right)),
        byte[] bytes => Bytes(bytes, (byte[])right),
        IComparable comparable => comparable.CompareTo(right),
        _ => throw new ArgumentException("no order", nameof(left)),
    };

    public static string Told(IEnumerable<KeyValuePair<string, object>> properties) => string.Join(
        ";", properties.OrderBy(p => p.Key, StringComparer.Ordinal).Select(p => $"{p.Key}={Literal(p.Value)}"));

    private static int Bytes(byte[] left, byte[] right)
    {
        for (var i = 0; i < left.Length && i < right.Length; i++)
        {
            if (left[i] != right[i]) return left[i] - right[i];
        }
        return left.Length - right.Length;
    }
}
