using Azure.Data.Tables;

namespace Isthmus.Embedded.Tests.Tables;

public sealed class When_writing_a_filter
{
    private static readonly DateTimeOffset Moment = new(2026, 11, 21, 10, 0, 0, TimeSpan.FromHours(1));

    [Fact]
    public void Values_are_quoted_and_escaped()
    {
        var name = "O'Neill' or PartitionKey ne '";
        Assert.Equal("Name eq 'O''Neill'' or PartitionKey ne '''", TableClient.CreateQueryFilter($"Name eq {name}"));
    }

    [Fact]
    public void Every_type_has_its_literal()
    {
        var bytes = new byte[] { 10, 255 };
        var id = new Guid("0f8fad5b-d9cb-469f-a165-70867728950e");
        Assert.Equal(
            "A eq 1 and B eq 2L and C eq 1.5 and D eq true and E eq guid'0f8fad5b-d9cb-469f-a165-70867728950e' " +
            "and F eq datetime'2026-11-21T09:00:00Z' and G eq X'0aff'",
            TableClient.CreateQueryFilter(
                $"A eq {1} and B eq {2L} and C eq {1.5} and D eq {true} and E eq {id} and F eq {Moment} and G eq {bytes}"));
    }

    [Fact]
    public void What_has_no_literal_is_refused() =>
        Assert.Throws<ArgumentException>(() => TableClient.CreateQueryFilter($"A eq {new Uri("http://localhost")}"));

    [Fact]
    public void A_condition_on_a_model_becomes_a_filter()
    {
        var partition = "p";
        Assert.Equal(
            "(PartitionKey eq 'p') and (Grams gt 5L)",
            TableClient.CreateQueryFilter<Shipment>(s => s.PartitionKey == partition && s.Grams > 5));
        Assert.Equal("(Boxes ne 1) or (not (Litres le 2.5))",
            TableClient.CreateQueryFilter<Shipment>(s => s.Boxes != 1 || !(s.Litres <= 2.5)));
        Assert.Equal("Insured eq true", TableClient.CreateQueryFilter<Shipment>(s => s.Insured));
        Assert.Equal("not (Insured eq true)", TableClient.CreateQueryFilter<Shipment>(s => !s.Insured));
        Assert.Equal("dest eq 'Bern'", TableClient.CreateQueryFilter<Shipment>(s => s.Destination == "Bern"));
        Assert.Equal("Pallets eq 2", TableClient.CreateQueryFilter<Shipment>(s => s.Pallets == 2));
        Assert.Equal("PackedOn ge datetime'2026-11-21T09:00:00Z'",
            TableClient.CreateQueryFilter<Shipment>(s => s.PackedOn >= Moment));
    }

    [Fact]
    public void Texts_compare_by_string_Compare() => Assert.Equal(
        "(RowKey ge 'a') and (RowKey lt 'b')",
        TableClient.CreateQueryFilter<Shipment>(s => string.Compare(s.RowKey, "a") >= 0 && s.RowKey.CompareTo("b") < 0));

    [Fact]
    public void A_condition_on_properties_without_a_model_becomes_a_filter() => Assert.Equal(
        "(Amount gt 5L) and (Name eq 'x')",
        TableClient.CreateQueryFilter<TableEntity>(e => e.GetInt64("Amount") > 5 && (string)e["Name"] == "x"));

    [Fact]
    public void A_table_is_found_by_its_name() =>
        Assert.Equal("TableName eq 'Orders'", TableServiceClient.CreateQueryFilter(t => t.Name == "Orders"));

    [Fact]
    public void What_the_service_cannot_do_is_refused()
    {
        Assert.Throws<NotSupportedException>(() => TableClient.CreateQueryFilter<Shipment>(s => s.RowKey.StartsWith("ab")));
        Assert.Throws<NotSupportedException>(() => TableClient.CreateQueryFilter<Shipment>(s => s.State == Shipment.Stage.Sent));
        Assert.Throws<NotSupportedException>(() => TableClient.CreateQueryFilter<Shipment>(s => s.Carrier == null));
        Assert.Throws<NotSupportedException>(
            () => TableClient.CreateQueryFilter<Shipment>(s => string.Equals(s.RowKey, "a", StringComparison.OrdinalIgnoreCase)));
    }
}
