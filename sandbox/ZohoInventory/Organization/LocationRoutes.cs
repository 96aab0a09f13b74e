using System.Text.Json.Nodes;
using Isthmus.Sandbox.ZohoInventory.Api;
using Isthmus.Sandbox.ZohoInventory.Bodies;

namespace Isthmus.Sandbox.ZohoInventory.Organization;

/// <summary>Locations, or warehouses in older organisations. Each address works on one side of the switch only.</summary>
internal static class LocationRoutes
{
    private static readonly Shape address = new(
        ("city", Field.Text(100)), ("state", Field.Text(100)), ("country", Field.Text(100)), ("attention", Field.Text(100)),
        ("state_code", Field.Text(50)), ("street_address1", Field.Text(500)), ("street_address2", Field.Text(255)));

    public static readonly Shape Create = new(
        ("type", Field.OneOf("general", "line_item_only")), ("email", Field.Email), ("phone", Field.Text(50)),
        ("address", Field.Nested(address)), ("location_name*", Field.Text(100)), ("tax_settings_id", Field.Id),
        ("parent_location_id", Field.Id), ("associated_series_ids", Field.Any), ("auto_number_generation_id", Field.Id),
        ("is_all_users_selected", Field.Flag), ("user_ids", Field.Text(2000)));

    public static void Add(RouteList routes)
    {
        routes.Get("/locations", "settings.READ", call => List(call, "locations"));
        routes.Get("/settings/warehouses", "settings.READ", call => List(call, "warehouses"));
        routes.Get("/locations/{id}", "settings.READ",
            call => Answer.Read("location", Show(call.Company.Location(call.Id), "location")));
        routes.Post("/locations", "settings.CREATE", Make, Create);
        routes.Put("/locations/{id}", "settings.UPDATE", Change, Create.Optional());
        routes.Post("/locations/{id}/active", "settings.CREATE", call => Mark(call, true));
        routes.Post("/locations/{id}/inactive", "settings.CREATE", call => Mark(call, false));
        routes.Post("/locations/{id}/markasprimary", "settings.CREATE", MarkPrimary);
    }

    private static Answer List(ApiCall call, string envelope)
    {
        if (call.Company.Settings.Places != envelope) throw Refusal.NotSupported("/" + envelope);
        return Answer.Read(envelope,
            new JsonArray([.. call.Company.Locations.Select(location => (JsonNode)Show(location, envelope[..^1]))]));
    }

    private static Answer Make(ApiCall call)
    {
        var location = new Location { Id = call.Company.Series.NextId(), Name = call.Body.Needed("location_name") };
        RefuseTaken(call, location);
        Write(call, location);
        call.Company.Locations.Add(location);
        return Answer.Created("The location has been added.", "locations", Show(location, "location"));
    }

    private static Answer Change(ApiCall call)
    {
        var location = call.Company.Location(call.Id);
        RefuseTaken(call, location);
        Write(call, location);
        return new Answer("The location has been updated.", "locations", Show(location, "location"));
    }

    private static Answer Mark(ApiCall call, bool active)
    {
        var location = call.Company.Location(call.Id);
        if (location.IsPrimary && !active) throw Refusal.State("The primary location cannot be marked as inactive.");
        location.IsActive = active;
        return Answer.Done("The location's status has been changed.");
    }

    private static Answer MarkPrimary(ApiCall call)
    {
        var chosen = call.Company.Location(call.Id);
        foreach (var location in call.Company.Locations) location.IsPrimary = location == chosen;
        return Answer.Done("The location has been marked as primary.");
    }

    private static void RefuseTaken(ApiCall call, Location location)
    {
        if (call.Body.Text("location_name") is { } name
            && call.Company.Locations.Exists(other => other != location && other.Name == name))
            throw Refusal.Duplicate("A location with the name", name);
    }

    private static void Write(ApiCall call, Location location)
    {
        location.Name = call.Body.Text("location_name") ?? location.Name;
        location.Type = call.Body.Text("type") ?? location.Type;
        location.Email = call.Body.Text("email") ?? location.Email;
        location.Phone = call.Body.Text("phone") ?? location.Phone;
        if (call.Body.Text("parent_location_id") is { } parent) location.ParentId = call.Company.Location(parent).Id;
    }

    private static JsonObject Show(Location location, string word) => new()
    {
        [word + "_id"] = location.Id,
        [word + "_name"] = location.Name,
        ["type"] = location.Type,
        ["is_primary"] = location.IsPrimary,
        ["status"] = location.IsActive ? "active" : "inactive",
        ["parent_location_id"] = location.ParentId ?? "",
        ["email"] = location.Email ?? "",
        ["phone"] = location.Phone ?? "",
    };
}
