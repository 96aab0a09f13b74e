using System.Text.Json.Nodes;

namespace Isthmus.Sandbox.ZohoInventory.Storage;

/// <summary>A table, whatever its records are.</summary>
internal interface ITable
{
    JsonNode Save();

    /// <summary>Null empties the table: the state is of before there was such a module.</summary>
    void Load(JsonNode? saved);
}
