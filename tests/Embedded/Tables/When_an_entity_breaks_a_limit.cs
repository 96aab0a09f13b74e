using Azure.Data.Tables;

namespace Isthmus.Embedded.Tests.Tables;

public sealed class When_an_entity_breaks_a_limit : TableSuite
{
    [Theory]
    [InlineData("a/b")]
    [InlineData("a\\b")]
    [InlineData("a#b")]
    [InlineData("a?b")]
    [InlineData("a\tb")]
    [InlineData("a\u0085b")]
    public async Task A_key_with_such_a_character_is_refused(string key)
    {
        await RefusedAsync(400, "OutOfRangeInput", () => Table.AddEntityAsync(Entity(key)));
        await RefusedAsync(400, "OutOfRangeInput", () => Table.UpsertEntityAsync(new TableEntity(key, "r")));
    }

    [Fact]
    public async Task A_key_of_one_KiB_is_the_longest()
    {
        await Table.AddEntityAsync(Entity(new string('k', 512)));
        await RefusedAsync(400, "KeyValueTooLarge", () => Table.AddEntityAsync(Entity(new string('k', 513))));
    }

    [Fact]
    public async Task A_text_of_64_KiB_is_the_longest()
    {
        await Table.AddEntityAsync(Entity("fits", ("Text", new string('é', 32 * 1024))));
        await RefusedAsync(400, "PropertyValueTooLarge",
            () => Table.AddEntityAsync(Entity("r", ("Text", new string('x', (32 * 1024) + 1)))));
    }

    [Fact]
    public async Task Binary_of_64_KiB_is_the_largest()
    {
        await Table.AddEntityAsync(Entity("fits", ("Data", new byte[64 * 1024])));
        await RefusedAsync(400, "PropertyValueTooLarge",
            () => Table.AddEntityAsync(Entity("r", ("Data", new byte[(64 * 1024) + 1]))));
    }

    [Fact]
    public async Task An_entity_over_one_MiB_is_refused()
    {
        var large = Entity("r");
        for (var i = 0; i < 16; i++) large[$"Data{i}"] = new byte[64 * 1024];
        await RefusedAsync(400, "EntityTooLarge", () => Table.AddEntityAsync(large));
    }

    [Fact]
    public async Task An_entity_that_grows_over_one_MiB_by_merging_is_refused()
    {
        for (var i = 0; i < 15; i++) await Table.UpsertEntityAsync(Entity("r", ($"Data{i}", new byte[64 * 1024])));
        await RefusedAsync(400, "EntityTooLarge", () => Table.UpsertEntityAsync(Entity("r", ("Data15", new byte[64 * 1024]))));
        Assert.False((await Table.GetEntityAsync<TableEntity>("p", "r")).Value.ContainsKey("Data15"));
    }

    [Fact]
    public async Task An_entity_has_at_most_252_properties_of_its_own()
    {
        var entity = Entity("r");
        for (var i = 0; i < 252; i++) entity[$"P{i}"] = i;
        await Table.AddEntityAsync(entity);
        entity["P252"] = 252;
        await RefusedAsync(400, "TooManyProperties", () => Table.UpsertEntityAsync(entity));
    }

    [Theory]
    [InlineData("a-b")]
    [InlineData("1st")]
    [InlineData("a b")]
    public Task A_property_needs_the_name_of_an_identifier(string name) =>
        RefusedAsync(400, "PropertyNameInvalid", () => Table.AddEntityAsync(Entity("r", (name, 1))));

    [Fact]
    public Task A_property_has_a_name_of_at_most_255_characters() =>
        RefusedAsync(400, "PropertyNameTooLong", () => Table.AddEntityAsync(Entity("r", (new string('n', 256), 1))));

    [Fact]
    public Task A_moment_before_1601_is_refused() =>
        RefusedAsync(400, "OutOfRangeInput", () => Table.AddEntityAsync(Entity("r", ("When", DateTimeOffset.MinValue))));

    [Fact]
    public Task A_local_time_is_refused() => Assert.ThrowsAsync<NotSupportedException>(
        () => Table.AddEntityAsync(Entity("r", ("When", new DateTime(2026, 1, 1, 0, 0, 0, DateTimeKind.Local)))));
}
