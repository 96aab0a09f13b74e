using System.Text.Json.Serialization;

namespace Isthmus.Core.MasterData;

/// <summary>Where a record of a flow stands.</summary>
[JsonConverter(typeof(CamelCaseWords<RecordStanding>))]
public enum RecordStanding
{
    /// <summary>It is carried whenever it changes.</summary>
    Carried,
    /// <summary>The CRM may have it already under another name: a person decides.</summary>
    Held,
    /// <summary>A person decided to leave it out.</summary>
    Left,
    /// <summary>Its source has it no more.</summary>
    Gone,
    /// <summary>Somebody merged its record of the CRM into another one.</summary>
    Merged,
}
