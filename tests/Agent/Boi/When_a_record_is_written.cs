namespace Isthmus.Agent.Tests.Boi;

public sealed class When_a_record_is_written : BoiTest
{
    private static readonly object TwoLines = new object[]
    {
        new { ItemCode = "GASKET-12", QuantityOrdered = 12, UnitPrice = 4.25m, UDF_EXTERNAL_LINE = "a" },
        new { ItemCode = "/FREIGHT", QuantityOrdered = 1, UDF_EXTERNAL_LINE = "b" },
    };

    [Fact]
    public async Task Key_header_and_lines_are_set_in_the_order_given_and_numbers_without_a_dollar()
    {
        await ResultAsync("write", Order("0000001", "create", new { ARDivisionNo = "01", CustomerNo = "HARB01", UDF_EXTERNAL_ID = "zoho:1" },
            (object[])TwoLines));

        Assert.Equal(
        [
            "nSetKey", "nSetValue ARDivisionNo$ 01", "nSetValue CustomerNo$ HARB01",
            "nSetValue UDF_EXTERNAL_ID$ zoho:1", "nAddLine", "nSetValue ItemCode$ GASKET-12", "nSetValue QuantityOrdered 12",
            "nSetValue UnitPrice 4.25", "nSetValue UDF_EXTERNAL_LINE$ a", "nWrite", "nAddLine", "nSetValue ItemCode$ /FREIGHT",
            "nSetValue QuantityOrdered 1", "nSetValue UDF_EXTERNAL_LINE$ b", "nWrite", "nWrite",
        ], Sage.Calls.Where(call => call is "nSetKey" or "nAddLine" or "nWrite" || call.StartsWith("nSetValue ", StringComparison.Ordinal)));
    }

    [Fact]
    public async Task It_comes_back_as_it_is_stored_with_its_lines()
    {
        var result = (await ResultAsync("write", Order("0000001", "create", null, (object[])TwoLines)))[0];

        Assert.Equal("written", Outcome(result));
        var lines = result.GetProperty("record").GetProperty("Lines");
        Assert.Equal([12m, 1m], lines.EnumerateArray().Select(line => line.GetProperty("QuantityOrdered").GetDecimal()));
        Assert.Equal("000002", lines[1].GetProperty("LineKey").GetString());
    }

    [Fact]
    public async Task A_key_that_is_taken_exists_and_nothing_is_written()
    {
        await ResultAsync("write", Order("0000001"));
        var before = Sage.Calls.Count(call => call == "nWrite");
        var result = (await ResultAsync("write", Order("0000001", "create", new { CustomerPONo = "OTHER" })))[0];

        Assert.Equal("exists", Outcome(result));
        Assert.Equal("PO-7", result.GetProperty("record").GetProperty("CustomerPONo").GetString());
        Assert.Equal(before, Sage.Calls.Count(call => call == "nWrite"));
    }

    [Fact]
    public async Task A_number_that_history_has_is_refused()
    {
        Sage.Files["SO_SalesOrderHistory"].Add(("SalesOrderNo$", "0000009"), ("OrderStatus$", "C"));
        var result = (await ResultAsync("write", Order("0000009")))[0];

        Assert.Equal("refused", Outcome(result));
        Assert.DoesNotContain("nWrite", Sage.Calls);
    }

    [Fact]
    public async Task A_line_of_an_update_is_known_by_its_key_or_by_its_own_name()
    {
        await ResultAsync("write", Order("0000001", "create", null, (object[])TwoLines));
        var result = (await ResultAsync("write", Order("0000001", "update", new { CustomerPONo = "PO-8" },
            new { LineKey = "000001", QuantityOrdered = 10 }, new { UDF_EXTERNAL_LINE = "b", QuantityOrdered = 2 },
            new { UDF_EXTERNAL_LINE = "c", ItemCode = "NEW-1", QuantityOrdered = 3 })))[0];

        Assert.Equal("written", Outcome(result));
        Assert.Equal([10m, 2m, 3m], result.GetProperty("record").GetProperty("Lines").EnumerateArray()
            .Select(line => line.GetProperty("QuantityOrdered").GetDecimal()));
    }

    [Fact]
    public async Task A_refused_line_says_which_and_why_in_Sages_words()
    {
        Sage.Refusals["oLines.nWrite"] = "Item Code GASKET-99 is not on file.";
        var result = (await ResultAsync("write", Order("0000001", "create", null, (object[])TwoLines)))[0];

        Assert.Equal(("refused", 0), (Outcome(result), result.GetProperty("line").GetInt32()));
        Assert.Equal("Item Code GASKET-99 is not on file.", result.GetProperty("error").GetProperty("message").GetString());
        Assert.Empty(Sage.Files["SO_SalesOrder"].Rows);
    }

    [Fact]
    public async Task A_warning_is_stored_and_told()
    {
        Sage.Warnings["SO_SalesOrder_bus.nWrite"] = "The customer is over the credit limit.";
        var result = (await ResultAsync("write", Order("0000001")))[0];

        Assert.Equal(
            ("written_with_warning", "The customer is over the credit limit."),
            (Outcome(result), result.GetProperty("message").GetString()));
        Assert.Equal("0000001", result.GetProperty("record").GetProperty("SalesOrderNo").GetString());
    }

    [Theory]
    [InlineData("SO_SalesOrder_bus.nSetKey")]
    [InlineData("SO_SalesOrder_bus.nWrite")]
    public async Task A_record_that_somebody_holds_is_locked_and_its_object_is_let_go_of(string verb)
    {
        Sage.Refusals[verb] = "The record is in use by another user.";
        var result = (await ResultAsync("write", Order("0000001")))[0];

        Assert.Equal("locked", Outcome(result));
        Assert.DoesNotContain("SO_SalesOrder_bus", Sage.Unreleased);
    }

    [Theory]
    [InlineData("""{"QuantityOrdered":"12"}""", "must be a number")]
    [InlineData("""{"ItemCode":12}""", "must be text")]
    [InlineData("""{"UnitPrice":1.1234567}""", "more than 6 decimal(s)")]
    [InlineData("""{"NoSuchColumn":"x"}""", "not in the IOList")]
    public async Task A_value_that_the_column_cannot_hold_never_reaches_Sage(string line, string words)
    {
        var result = (await ResultAsync("write", Order("0000001", "create", null, System.Text.Json.Nodes.JsonNode.Parse(line)!)))[0];

        Assert.Equal("refused", Outcome(result));
        Assert.Contains(words, result.GetProperty("error").GetProperty("message").GetString());
    }

    [Fact]
    public async Task A_key_is_text_and_may_be_said_again_but_not_changed()
    {
        Assert.Equal("refused", Outcome((await ResultAsync("write", Customer(7, "A")))[0]));
        Assert.Equal("written", Outcome((await ResultAsync("write", Customer("A", "A")))[0]));
        Assert.Equal("refused", Outcome((await ResultAsync("write", Customer("B", "A")))[0]));

        static object Customer(object key, string said) => new
        {
            @ref = "1", @object = "AR_Customer", mode = "create", key = new { ARDivisionNo = "01", CustomerNo = key },
            values = new { CustomerNo = said, CustomerName = "N" },
        };
    }

    [Fact]
    public async Task A_deleted_order_is_gone_and_says_so_the_second_time()
    {
        await ResultAsync("write", Order("0000001"));
        Assert.Equal("written", Outcome((await ResultAsync("write", Delete("0000001")))[0]));
        Assert.Equal("not_found", Outcome((await ResultAsync("write", Delete("0000001")))[0]));
    }

    private static object Delete(string number) =>
        new { @ref = "1", @object = "SO_SalesOrder", mode = "delete", key = new { SalesOrderNo = number } };
}
