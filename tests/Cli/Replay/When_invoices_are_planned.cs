using Isthmus.Cli.Csv;
using Isthmus.Cli.Replay.Planning;
using static Isthmus.Cli.Tests.Replay.Invoices;

namespace Isthmus.Cli.Tests.Replay;

public sealed class When_invoices_are_planned
{
    [Fact]
    public void The_lines_of_an_invoice_become_one_order()
    {
        var order = Assert.Single(Plan(Line("1", "85123a", 6, "2.55"), Line("1", "71053", 1, "3.39")).Orders);
        Assert.Equal(("1", "17850", "GB", 7m), (order.Invoice, order.Customer, order.Country, order.Units));
        Assert.Equal([("85123A", 255m), ("71053", 339m)], order.Lines.Select(line => (line.Sku, line.UnitMinor)));
    }

    [Fact]
    public void Postage_becomes_shipping_and_a_fee_stays_a_service_line()
    {
        var order = Assert.Single(Plan(Line("1", "A", 1, "1.00"), Line("1", "POST", 2, "18.0"),
            Line("1", "BANK CHARGES", 1, "15.0")).Orders);
        Assert.Equal(3600, order.Shipping);
        Assert.Equal([LineKind.Goods, LineKind.Service], order.Lines.Select(line => line.Kind));
        Assert.Equal((1m, 2m), (order.Goods, order.Units));
    }

    [Fact]
    public void An_order_of_nothing_but_postage_keeps_it_as_a_line()
    {
        var order = Assert.Single(Plan(Line("1", "POST", 1, "18.0")).Orders);
        Assert.Equal((0, "POST"), (order.Shipping, Assert.Single(order.Lines).Sku));
    }

    [Fact]
    public void A_discount_line_comes_off_the_order() =>
        Assert.Equal(2750, Assert.Single(Plan(Line("1", "A", 10, "10"), Line("1", "D", -1, "27.50")).Orders).Discount);

    [Fact]
    public void A_price_of_a_fraction_of_a_penny_is_kept() =>
        Assert.Equal((0.1m, 1), (Plan(Line("1", "PADS", 10, "0.001")).Orders[0].Lines[0].UnitMinor,
            Plan(Line("1", "PADS", 10, "0.001")).Orders[0].Lines[0].Amount));

    [Theory]
    [InlineData(56, "0.0", "stock movement")]
    [InlineData(-10, "0.0", "stock movement")]
    [InlineData(1, "-11062.06", "not above zero")]
    public void What_is_no_purchase_is_skipped_and_says_why(int quantity, string price, string reason) =>
        Assert.Contains(reason, Assert.Single(Plan(Line("1", "B", quantity, price)).Skipped).Reason);

    [Fact]
    public void A_cancellation_gives_back_the_latest_purchase_of_the_article_first()
    {
        var plan = Plan(Line("1", "A", 5, "2.00"), Line("2", "A", 3, "2.00"), Line("C3", "a", -4, "2.00"));
        Assert.Equal([new PlannedRefund("2", 600), new PlannedRefund("1", 200)], Assert.Single(plan.Cancellations).Refunds);
    }

    [Fact]
    public void Nothing_is_given_back_twice()
    {
        var plan = Plan(Line("1", "A", 5, "2.00"), Line("C2", "A", -5, "2.00"), Line("C3", "A", -5, "2.00"));
        Assert.Equal("C2", Assert.Single(plan.Cancellations).Invoice);
        Assert.Equal("C3", Assert.Single(plan.Skipped).Invoice);
    }

    [Theory]
    [InlineData("A", "17850", "not in the file")]
    [InlineData("D", "17850", "no goods")]
    [InlineData("A", "", "without a customer")]
    public void A_cancellation_without_its_purchase_is_skipped(string code, string customer, string reason) =>
        Assert.Contains(reason, Assert.Single(Plan(Line("C1", code, -1, "27.5", customer)).Skipped).Reason);

    [Fact]
    public void Every_invoice_is_counted_once()
    {
        var plan = Plan(Line("1", "A", 1, "1"), Line("2", "A", 1, "0"), Line("C3", "A", -1, "1"), Line("C4", "B", -1, "1"));
        Assert.Equal((1, 1, 2), (plan.Orders.Count, plan.Cancellations.Count, plan.Skipped.Count));
    }

    [Theory]
    [InlineData("EIRE", "IE")]
    [InlineData("Germany", "DE")]
    [InlineData("Unspecified", null)]
    public void Country_names_become_codes_by_the_tables(string name, string? code) =>
        Assert.Equal(code, Assert.Single(Plan(Line("1", "A", 1, "1", country: name)).Orders).Country);

    [Theory]
    [InlineData("1,A,THING,x,d,1,c,UK", "Quantity 'x'")]
    [InlineData("1,A,THING,1.5,d,1,c,UK", "Quantity '1.5'")]
    [InlineData("1,A,THING,1,d,free,c,UK", "UnitPrice 'free'")]
    [InlineData("1,A,THING", "3 fields where the header has 8")]
    [InlineData(",A,THING,1,d,1,c,UK", "InvoiceNo is empty")]
    public void A_bad_row_is_named_by_its_line(string row, string problem)
    {
        var error = Assert.Throws<CsvException>(() => Rows(Line("1", "A", 1, "1"), row));
        Assert.Equal(3, error.Line);
        Assert.Contains(problem, error.Message);
    }

    [Fact]
    public void A_missing_column_is_named() =>
        Assert.Contains("StockCode",
            Assert.Throws<CsvException>(() => RetailFile.Read(new StringReader("InvoiceNo,Country\n"))).Message);
}
