using Azure.Data.Tables;

namespace Isthmus.Embedded.Tests.Tables;

public sealed class When_storing_a_model : TableSuite
{
    private static Shipment Full => new()
    {
        PartitionKey = "p",
        RowKey = "r",
        Carrier = "Post",
        Boxes = 3,
        Grams = 5_000_000_000,
        Serial = ulong.MaxValue,
        Litres = 2,
        Insured = true,
        Pallets = 1,
        PackedOn = new DateTimeOffset(2026, 5, 1, 12, 0, 0, TimeSpan.FromHours(2)),
        SentOn = new DateTime(2026, 5, 2, 0, 0, 0, DateTimeKind.Utc),
        Tracking = new Guid("0f8fad5b-d9cb-469f-a165-70867728950e"),
        Label = [1, 2],
        Photo = BinaryData.FromString("photo"),
        State = Shipment.Stage.Sent,
        Before = Shipment.Stage.Packed,
        Destination = "Bern",
        Scratch = "not kept",
    };

    private async Task<Shipment> RoundTripAsync(Shipment shipment)
    {
        await Table.AddEntityAsync(shipment);
        return await Table.GetEntityAsync<Shipment>("p", "r");
    }

    [Fact]
    public async Task Every_property_comes_back()
    {
        var (kept, read) = (Full, await RoundTripAsync(Full));
        Assert.Equal((kept.Carrier, kept.Boxes, kept.Grams, kept.Serial, kept.Litres),
            (read.Carrier, read.Boxes, read.Grams, read.Serial, read.Litres));
        Assert.Equal((kept.Insured, kept.Pallets, kept.PackedOn, kept.SentOn),
            (read.Insured, read.Pallets, read.PackedOn, read.SentOn));
        Assert.Equal((kept.Tracking, kept.State, kept.Before, kept.Destination),
            (read.Tracking, read.State, read.Before, read.Destination));
        Assert.Equal(kept.Label, read.Label);
        Assert.Equal("photo", read.Photo!.ToString());
        Assert.NotEqual(default, read.ETag);
        Assert.NotNull(read.Timestamp);
    }

    [Fact]
    public async Task What_is_null_comes_back_null()
    {
        var read = await RoundTripAsync(new Shipment { PartitionKey = "p", RowKey = "r" });
        Assert.Null(read.Carrier);
        Assert.Null(read.Pallets);
        Assert.Null(read.Before);
        Assert.Null(read.Label);
    }

    [Fact]
    public async Task It_is_stored_under_the_names_and_types_of_the_service()
    {
        await Table.AddEntityAsync(Full);
        var stored = (await Table.GetEntityAsync<TableEntity>("p", "r")).Value;
        Assert.Equal("Sent", stored.GetString("State"));
        Assert.Equal("Bern", stored.GetString("dest"));
        Assert.Equal(-1L, stored.GetInt64("Serial"));
        Assert.Equal(6, stored.GetInt32("Doubled"));
        Assert.False(stored.ContainsKey("Scratch") || stored.ContainsKey("Destination"));
    }

    [Fact]
    public async Task An_enum_value_that_is_not_known_leaves_the_property_alone()
    {
        await Table.AddEntityAsync(Entity("r", ("State", "Lost"), ("Boxes", 3)));
        var read = (await Table.GetEntityAsync<Shipment>("p", "r")).Value;
        Assert.Equal((Shipment.Stage.Packed, 3), (read.State, read.Boxes));
    }

    [Fact]
    public async Task A_number_of_another_size_is_not_read()
    {
        await Table.AddEntityAsync(Entity("r", ("Boxes", 3L)));
        await Assert.ThrowsAnyAsync<InvalidCastException>(() => Table.GetEntityAsync<Shipment>("p", "r"));
    }

    [Fact]
    public Task A_decimal_has_no_type_in_a_table() =>
        Assert.ThrowsAsync<NotSupportedException>(() => Table.AddEntityAsync(Entity("r", ("Price", 9.99m))));
}
