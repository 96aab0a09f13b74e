using System.Runtime.Serialization;
using Azure;
using Azure.Data.Tables;

namespace Isthmus.Embedded.Tests.Tables;

/// <summary>A model class with a property of every kind.</summary>
public sealed class Shipment : ITableEntity
{
    public enum Stage
    {
        Packed,
        Sent,
    }

    public string PartitionKey { get; set; } = "";

    public string RowKey { get; set; } = "";

    public DateTimeOffset? Timestamp { get; set; }

    public ETag ETag { get; set; }

    public string? Carrier { get; set; }

    public int Boxes { get; set; }

    public long Grams { get; set; }

    public ulong Serial { get; set; }

    public double Litres { get; set; }

    public bool Insured { get; set; }

    public int? Pallets { get; set; }

    public DateTimeOffset PackedOn { get; set; } = DateTimeOffset.UnixEpoch;

    public DateTime SentOn { get; set; } = DateTime.UnixEpoch;

    public Guid Tracking { get; set; }

    public byte[]? Label { get; set; }

    public BinaryData? Photo { get; set; }

    public Stage State { get; set; }

    public Stage? Before { get; set; }

    [DataMember(Name = "dest")]
    public string? Destination { get; set; }

    [IgnoreDataMember]
    public string? Scratch { get; set; }

    public int Doubled => Boxes * 2;
}
