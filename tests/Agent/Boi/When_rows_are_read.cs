using System.Text.Json;

namespace Isthmus.Agent.Tests.Boi;

public sealed class When_rows_are_read : BoiTest
{
    public When_rows_are_read()
    {
        for (var n = 1; n <= 7; n++)
            Sage.Files["AR_Customer"].Add(
                ("ARDivisionNo$", "01"), ("CustomerNo$", $"C{n}"), ("CustomerName$", $"Name {n}"), ("CreditLimit", n * 100.5),
                ("DateCreated$", "20260101"), ("TimeCreated$", "9.00000"), ("DateUpdated$", n == 6 ? "20261121" : "20260601"),
                ("TimeUpdated$", "14.50833"), ("UDF_EXTERNAL_ID$", $"zoho:{n % 2}"), ("UDF_WEIGHT", 1.5));
    }

    [Fact]
    public async Task Pages_follow_each_other_in_key_order_and_the_last_one_ends()
    {
        var first = await QueryAsync(new { @object = "AR_Customer", columns = new[] { "CustomerNo" }, limit = 3 });
        var second = await BehindAsync(first);
        var third = await BehindAsync(second);

        Assert.Equal(["C1", "C2", "C3", "C4", "C5", "C6", "C7"], Numbers(first).Concat(Numbers(second)).Concat(Numbers(third)));
        Assert.Equal(JsonValueKind.Null, third.GetProperty("next").ValueKind);
    }

    [Fact]
    public async Task A_page_goes_on_where_the_record_before_it_was_deleted()
    {
        var first = await QueryAsync(new { @object = "AR_Customer", limit = 3 });
        Sage.Files["AR_Customer"].Rows.Remove("01C3");

        Assert.Equal(
            ["C4", "C5", "C6", "C7"],
            Numbers(await QueryAsync(new { @object = "AR_Customer", after = first.GetProperty("next").GetString() })));
    }

    [Fact]
    public async Task Equal_values_are_found_in_one_round_trip_page_by_page()
    {
        var wanted = new { UDF_EXTERNAL_ID = "zoho:1" };
        var first = await QueryAsync(new { @object = "AR_Customer", equals = wanted, limit = 2 });
        var second = await QueryAsync(new { @object = "AR_Customer", equals = wanted, limit = 2, after = first.GetProperty("next").GetString() });

        Assert.Equal(["C1", "C3", "C5", "C7"], Numbers(first).Concat(Numbers(second)));
    }

    [Fact]
    public async Task A_value_cannot_be_taken_for_a_condition()
    {
        Assert.Empty(Numbers(await QueryAsync(new { @object = "AR_Customer", equals = new { UDF_EXTERNAL_ID = "x\" OR CustomerNo$>=\"" } })));
        Assert.DoesNotContain(Sage.Calls, call => call.Contains('"', StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("14.50833", 1)]
    [InlineData("14.50834", 0)]
    [InlineData("9.00000", 1)]
    public async Task What_changed_since_a_moment_is_told_to_the_second(string time, int found) => Assert.Equal(found,
        Numbers(await QueryAsync(new { @object = "AR_Customer", updatedSince = new { date = "20261121", time } })).Count());

    [Fact]
    public async Task Numbers_are_decimals_and_fields_of_the_company_are_shown()
    {
        var row = (await QueryAsync(new { @object = "AR_Customer", limit = 1 })).GetProperty("rows")[0];

        Assert.Equal((100.50m, 1.5m), (row.GetProperty("CreditLimit").GetDecimal(), row.GetProperty("UDF_WEIGHT").GetDecimal()));
    }

    [Fact]
    public async Task The_dictionary_is_what_the_host_has()
    {
        var (_, dictionary) = await CallAsync("GET", "/companies/ABC/objects/AR_Customer");
        var columns = dictionary.GetProperty("columns").EnumerateArray().ToDictionary(column => column.GetProperty("name").GetString()!);

        Assert.Equal(50, columns["CustomerName"].GetProperty("length").GetInt32());
        Assert.Equal("number", columns["UDF_WEIGHT"].GetProperty("type").GetString());
        Assert.DoesNotContain("FaxNo", columns.Keys);
        Assert.DoesNotContain(Sage.Calls, call => call == "NewObject AR_Customer_bus");
    }

    private Task<JsonElement> BehindAsync(JsonElement page) => QueryAsync(
        new { @object = "AR_Customer", columns = new[] { "CustomerNo" }, limit = 3, after = page.GetProperty("next").GetString() });

    private static IEnumerable<string> Numbers(JsonElement page) =>
        page.GetProperty("rows").EnumerateArray().Select(row => row.GetProperty("CustomerNo").GetString()!);
}
