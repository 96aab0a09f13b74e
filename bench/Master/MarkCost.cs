using System.Diagnostics;
using System.Text.Json;
using Isthmus.Core.MasterData;

namespace Isthmus.Bench.Master;

/// <summary>What it costs to tell that a record did not change, and which of its fields did.</summary>
internal static class MarkCost
{
    private const int Records = 20_000;

    private static readonly JsonElement Account = JsonSerializer.SerializeToElement(new
    {
        Account_Name = "Harbor Foods", Account_Type = "Customer", Phone = "312-555-0142", Fax = "312-555-0143",
        Website = "www.harborfoods.example", Billing_Street = "12 Lake Street", Billing_City = "Chicago", Billing_State = "IL",
        Billing_Code = "60601", Billing_Country = "United States",
        Sage_Customer_No = "01-HARB01", Sage_Email = "orders@harborfoods.example", Sage_Terms = "30", Sage_Price_Level = "A",
        Sage_Credit_Limit = 25_000.00m, Sage_Balance = 1_234.56m, Sage_Credit_Hold = false, Isthmus_Key = "sage-100:ABC:01-HARB01",
    });

    /// <summary>Microseconds and bytes a record, on one core.</summary>
    public static object Measure()
    {
        Time(() => ContentMark.Of(Account));
        Time(() => FieldMarks.Of("01-HARB01", Account));
        var before = FieldMarks.Of("01-HARB01", Account);
        return new
        {
            fields = Account.EnumerateObject().Count(), hash = Time(() => ContentMark.Of(Account)),
            difference = Time(() => FieldMarks.Of("01-HARB01", Account).ChangedSince(before)),
        };
    }

    private static object Time(Func<object> deed)
    {
        var (bytes, clock) = (GC.GetAllocatedBytesForCurrentThread(), Stopwatch.StartNew());
        for (var n = 0; n < Records; n++) deed();
        var us = clock.Elapsed.TotalMicroseconds / Records;
        return new { us = Math.Round(us, 2), bytes = (GC.GetAllocatedBytesForCurrentThread() - bytes) / Records };
    }
}
