using Microsoft.DurableTask.Converters;

namespace Microsoft.DurableTask.Client;

/// <summary>Settings of a client.</summary>
public class DurableTaskClientOptions
{
    private DataConverter converter = JsonDataConverter.Default;

    /// <summary>Turns inputs and outputs into text; default <see cref="JsonDataConverter.Default"/>.</summary>
    public DataConverter DataConverter
    {
        get => converter;
        set
        {
            ArgumentNullException.ThrowIfNull(value);
            converter = value;
        }
    }

    /// <summary>The version of instances that are started without one.</summary>
    public string DefaultVersion { get; set; } = string.Empty;
}
