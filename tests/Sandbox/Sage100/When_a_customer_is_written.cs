namespace Isthmus.Sandbox.Tests.Sage100;

public sealed class When_a_customer_is_written : Agent
{
    [Fact]
    public async Task Its_key_is_filled_with_zeros_and_upper_cased()
    {
        var result = await WriteAsync(
            "AR_Customer", "create", new { ARDivisionNo = "1", CustomerNo = "zc000781" },
                new { CustomerName = "Harbor Pump Co" });
        Assert.Equal("written", Outcome(result));
        Assert.Equal(("01", "ZC000781"), (Text(result, "ARDivisionNo"), Text(result, "CustomerNo")));
    }

    [Fact]
    public async Task It_is_stored_with_its_defaults_and_stamps()
    {
        var stored = await CustomerAsync("ZC1");
        Assert.Equal(("00", "A", "CHECK"),
            (Text(stored, "TermsCode"), Text(stored, "CustomerStatus"), Text(stored, "DefaultPaymentType")));
        Assert.Matches(@"^\d{8}$", Text(stored, "DateUpdated"));
        Assert.Matches(@"^\d{1,2}\.\d{5}$", Text(stored, "TimeUpdated"));
    }

    [Fact]
    public async Task A_taken_key_answers_with_what_is_there_and_changes_nothing()
    {
        await CustomerAsync("ZC1", new { CustomerName = "First", UDF_EXTERNAL_ID = "zoho:46" });
        var second = await CustomerAsync("zc1", new { CustomerName = "Second" });
        Assert.Equal(("exists", "First", "zoho:46"),
            (Outcome(second), Text(second, "CustomerName"), Text(second, "UDF_EXTERNAL_ID")));
    }

    [Theory]
    [InlineData("CustomerNo", "ZC2", "Customer No is read only")]
    [InlineData("CurrentBalance", 5, "Current Balance is read only")]
    [InlineData("CreditHold", "yes", "The Credit Hold failed validation on Y,N")]
    [InlineData("TermsCode", "99", "Terms Code 99 is not on file.")]
    [InlineData("TaxSchedule", "MARS", "Tax Schedule MARS is not on file.")]
    [InlineData("State", "Oregon", "The State is greater than 2 character(s)")]
    [InlineData("DateEstablished", "20260231", "The Date Established is not a valid date")]
    [InlineData("CreditLimit", "100", "Credit Limit must be a number")]
    [InlineData("CustomerName", 7, "Customer Name must be text")]
    [InlineData("Shoe", "44", "The column Shoe is not in the IOList of AR_Customer")]
    public async Task A_value_that_Sage_does_not_take_is_refused_and_nothing_is_stored(string column, object value,
        string message)
    {
        var values = new Dictionary<string, object> { ["CustomerName"] = "Harbor Pump Co", [column] = value };
        var result = await CustomerAsync("ZC1", values);
        Assert.Equal(("refused", message, column),
            (Outcome(result), Message(result), result["error"]!["column"]!.GetValue<string>()));
        Assert.Equal("not_found", Outcome(await ReadAsync("AR_Customer", new { ARDivisionNo = "01", CustomerNo = "ZC1" })));
    }

    [Fact]
    public async Task A_customer_without_a_name_is_refused()
    {
        var result = await CustomerAsync("ZC1", new { City = "Portland" });
        Assert.Equal("The Customer Name is required", Message(result));
    }

    [Fact]
    public async Task An_older_release_holds_shorter_names()
    {
        var name = new string('n', 40);
        Assert.Equal("written", Outcome(await CustomerAsync("ZC1", new { CustomerName = name })));
        await Sandbox.PostAsync("/_sandbox/settings", new Dictionary<string, object> { ["sage-100"] = new { release = "2018" } });
        Assert.Equal("The Customer Name is greater than 30 character(s)",
            Message(await CustomerAsync("ZC2", new { CustomerName = name })));
    }

    [Fact]
    public async Task The_zip_code_is_checked_once_that_is_switched_on()
    {
        Assert.Equal("written", Outcome(await CustomerAsync("ZC1", new { CustomerName = "One", ZipCode = "SW1A 1AA" })));
        await Sandbox.PostAsync("/_sandbox/settings", new Dictionary<string, object> { ["sage-100"] = new { zipCheck = true } });
        Assert.Equal("ZIP Code SW1A 1AA is not on file.",
            Message(await CustomerAsync("ZC2", new { CustomerName = "Two", ZipCode = "SW1A 1AA" })));
        Assert.Equal("written", Outcome(await CustomerAsync("ZC3", new { CustomerName = "Three", ZipCode = "97209" })));
    }

    [Fact]
    public async Task An_update_changes_only_the_columns_named()
    {
        await CustomerAsync("ZC1", new { CustomerName = "Harbor Pump Co", City = "Portland" });
        var result = await WriteAsync("AR_Customer", "update", new { ARDivisionNo = "01", CustomerNo = "ZC1" },
            new { City = "Salem" });
        Assert.Equal(("written", "Harbor Pump Co", "Salem"),
            (Outcome(result), Text(result, "CustomerName"), Text(result, "City")));
    }

    [Fact]
    public async Task An_update_of_nobody_is_not_found() => Assert.Equal("not_found",
        Outcome(await WriteAsync("AR_Customer", "update", new { ARDivisionNo = "01", CustomerNo = "NOBODY" },
            new { City = "Salem" })));

    [Fact]
    public async Task A_user_field_is_taken_once_it_is_defined()
    {
        Assert.Equal("refused", Outcome(await CustomerAsync("ZC1", new { CustomerName = "One", UDF_ZONE = "N" })));
        await Sandbox.PostAsync("/_sandbox/sage-100/udfs", new { @object = "AR_Customer", name = "UDF_ZONE", length = 3 });
        Assert.Equal("N", Text(await CustomerAsync("ZC1", new { CustomerName = "One", UDF_ZONE = "N" }), "UDF_ZONE"));
    }
}
